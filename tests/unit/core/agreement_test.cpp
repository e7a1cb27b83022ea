// Whether a person and the second reader mean the same bleeds.

#include "core/reading/agreement.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using Own = ReaderVerdict::Answer;

/// 20 x 20 voxels of 10 mm, 10 slices of 5 mm, from the origin.
Grid grid() {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 10; ++k)
        positions.push_back({0, 0, k * 5.0});
    return Grid(20, 20, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

Finding findingAt(std::optional<PatientPoint> place, std::vector<std::uint32_t> voxels = {}) {
    Finding finding;
    finding.place = place;
    if (!voxels.empty()) finding.outline = BleedOutline{std::move(voxels), 1};
    return finding;
}

ReaderVerdict says(Own answer) {
    ReaderVerdict verdict;
    verdict.answer = answer;
    return verdict;
}

Verdict secondSays(Answer answer) {
    Verdict verdict;
    verdict.answer = answer;
    return verdict;
}

TEST(MatchPlaces, FifteenMillimetresAreTheSamePlaceAndMoreAreNot) {
    const Findings findings{findingAt(PatientPoint{100, 100, 20})};
    EXPECT_EQ(matchPlaces(std::vector<PatientPoint>{{115, 100, 20}}, findings, grid()).findingOf[0], 0u);
    EXPECT_FALSE(matchPlaces(std::vector<PatientPoint>{{115.1, 100, 20}}, findings, grid()).findingOf[0]);
    EXPECT_FALSE(matchPlaces(std::vector<PatientPoint>{{100, 100, 40}}, findings, grid()).isMet[0])
        << "along the patient as well as within a slice";
}

TEST(MatchPlaces, AnywhereInALongBleedIsInIt) {
    // Slice 2, row 3, columns 2 to 15: 130 mm long, and its place at one end.
    std::vector<std::uint32_t> voxels;
    for (std::uint32_t i = 2; i < 16; ++i)
        voxels.push_back(2 * 400 + 3 * 20 + i);
    const Findings findings{findingAt(PatientPoint{20, 30, 10}, voxels)};
    const MatchedPlaces matched =
        matchPlaces(std::vector<PatientPoint>{{150, 34, 10}, {20, 30, 10}, {150, 60, 10}}, findings, grid());
    EXPECT_EQ(matched.findingOf[0], 0u);
    EXPECT_EQ(matched.findingOf[1], 0u) << "two places may lie in one bleed";
    EXPECT_FALSE(matched.findingOf[2]);
    EXPECT_DOUBLE_EQ(*distanceMm({150, 34, 10}, findings[0], grid()), 4);
}

TEST(MatchPlaces, TheNearestFindingIsMeant) {
    const Findings findings{findingAt(PatientPoint{100, 100, 20}), findingAt(PatientPoint{110, 100, 20}),
                            findingAt(std::nullopt)};
    const MatchedPlaces matched = matchPlaces(std::vector<PatientPoint>{{107, 100, 20}}, findings, grid());
    EXPECT_EQ(matched.findingOf[0], 1u);
    EXPECT_FALSE(matched.isMet[2]) << "what has no place is met by none";
}

TEST(Agreement, TheAnswersAreComparedFirstAndThenThePlaces) {
    const MatchedPlaces same{{0u}, {true}}, missed{{0u}, {true, false}}, elsewhere{{std::nullopt}, {false}};
    const ReaderVerdict bleed = says(Own::Bleed), none = says(Own::None);
    EXPECT_EQ(agreementOf(bleed, secondSays(Answer::Suspected), &same), Agreement::Agree);
    EXPECT_EQ(agreementOf(bleed, secondSays(Answer::Suspected), nullptr), Agreement::Agree);
    EXPECT_EQ(agreementOf(bleed, secondSays(Answer::Suspected), &missed), Agreement::OtherPlaces);
    EXPECT_EQ(agreementOf(bleed, secondSays(Answer::Suspected), &elsewhere), Agreement::OtherPlaces);
    EXPECT_EQ(agreementOf(bleed, secondSays(Answer::NoneSeen), nullptr), Agreement::OtherAnswer);
    EXPECT_EQ(agreementOf(none, secondSays(Answer::Suspected), &missed), Agreement::OtherAnswer);
    EXPECT_EQ(agreementOf(none, secondSays(Answer::NoneSeen), nullptr), Agreement::Agree);
}

TEST(Agreement, WhoCannotTellIsNotSaidToDisagree) {
    EXPECT_EQ(agreementOf(says(Own::CannotTell), secondSays(Answer::Suspected), nullptr),
              Agreement::NotComparable);
    EXPECT_EQ(agreementOf(says(Own::Bleed), secondSays(Answer::CannotAssess), nullptr),
              Agreement::NotComparable);
    EXPECT_EQ(agreementOf(says(Own::CannotTell), secondSays(Answer::CannotAssess), nullptr),
              Agreement::Agree);
}

} // namespace
} // namespace hemo
