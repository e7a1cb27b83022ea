// What a person says of a scan: the value, and how it is kept.

#include "core/reading/own_json.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

ReaderVerdict bleedAt(std::vector<PatientPoint> places) {
    ReaderVerdict verdict;
    verdict.answer = ReaderVerdict::Answer::Bleed;
    verdict.kinds = {BleedType::Epidural, BleedType::Subdural};
    verdict.places = std::move(places);
    verdict.confidence = 4;
    verdict.way = WayOfReading::SecondReader;
    verdict.committedAt = 1700000000;
    return verdict;
}

ReaderVerdict none(int confidence) {
    ReaderVerdict verdict;
    verdict.answer = ReaderVerdict::Answer::None;
    verdict.confidence = confidence;
    return verdict;
}

TEST(ReaderVerdict, SaysWhatIsMissingOneThingAfterTheOther) {
    ReaderVerdict verdict;
    EXPECT_EQ(gapIn(verdict), VerdictGap::Answer);
    verdict.answer = ReaderVerdict::Answer::Bleed;
    EXPECT_EQ(gapIn(verdict), VerdictGap::Place);
    verdict.places = {{1, 2, 3}};
    EXPECT_EQ(gapIn(verdict), VerdictGap::Confidence);
    verdict.confidence = 2;
    EXPECT_EQ(gapIn(verdict), VerdictGap::Nothing);
    verdict = none(3);
    EXPECT_EQ(gapIn(verdict), VerdictGap::Nothing) << "where nothing is, no place is asked for";
}

TEST(ReaderVerdict, WhatOnlyABleedHasIsNotKeptWithAnotherAnswer) {
    ReaderVerdict verdict = bleedAt({{1, 2, 3}});
    EXPECT_EQ(settled(verdict), verdict);
    verdict.answer = ReaderVerdict::Answer::CannotTell;
    EXPECT_TRUE(settled(verdict).places.empty());
    EXPECT_TRUE(settled(verdict).kinds.empty());
}

TEST(ReaderVerdict, TheFirstOneStaysAndTheLastOneCounts) {
    OwnVerdict own = committed({}, none(3));
    EXPECT_FALSE(own.revised);
    own = committed(own, none(3));
    EXPECT_FALSE(own.revised) << "the same again is no change of mind";
    own = committed(own, bleedAt({{1, 2, 3}}));
    own = committed(own, none(5));
    EXPECT_EQ(own.first, none(3));
    EXPECT_EQ(own.revised, none(5));
    EXPECT_EQ(*lastOf(own), none(5));
    EXPECT_EQ(lastOf({}), nullptr);
}

TEST(ReaderVerdict, ASecondClickOnAPlaceTakesItAway) {
    std::vector<PatientPoint> places;
    togglePlace(places, {10, 0, 0});
    togglePlace(places, {20, 0, 0});
    ASSERT_EQ(places.size(), 2u);
    togglePlace(places, {11, 1, 0});
    EXPECT_EQ(places, (std::vector<PatientPoint>{{20, 0, 0}}));
}

TEST(ReaderVerdict, KindsStandInTheirOrderHoweverTheyWereChosen) {
    std::vector<BleedType> kinds;
    toggleKind(kinds, BleedType::Subdural);
    toggleKind(kinds, BleedType::Epidural);
    EXPECT_EQ(kinds, (std::vector{BleedType::Epidural, BleedType::Subdural}));
    toggleKind(kinds, BleedType::Subdural);
    EXPECT_EQ(kinds, std::vector{BleedType::Epidural});
}

TEST(OwnJson, AVerdictComesBackAsItWas) {
    for (const ReaderVerdict& verdict : {bleedAt({{-1.25, 2, 3.5}, {4, 5, 6}}), none(1)})
        EXPECT_EQ(parseReaderVerdict(readerVerdictJson(verdict)), verdict);
}

TEST(OwnJson, WhatIsNoWholeVerdictIsNone) {
    const std::string whole = readerVerdictJson(bleedAt({{1, 2, 3}}));
    const auto with = [&](const char* what, const char* instead) {
        std::string text = whole;
        const auto at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, std::string(what).size(), instead);
    };
    for (const std::string& text :
         {std::string("{"), std::string("[]"), with("bleed", "blood"), with("second-reader", "half-blind"),
          with("subdural", "any"), with("\"confidence\":4", "\"confidence\":9"), with("[1.0,2.0,3.0]", ""),
          with("[1.0,2.0,3.0]", "[1.0,2.0]"), with("1.0", "1e9")})
        EXPECT_FALSE(parseReaderVerdict(text)) << text;
}

TEST(OwnJson, AReviewComesBackAsItWas) {
    Review review;
    review.findings = {{5, PatientPoint{1, 2, 3}, Decision::Rejected, RejectReason::VeinOrSinus, "pacchioni"},
                       {7, std::nullopt, Decision::Accepted, RejectReason::None, ""}};
    review.own = {{{4, 5, 6}}};
    EXPECT_EQ(parseReview(reviewJson(review)), review);
    EXPECT_FALSE(parseReview("{}"));
    EXPECT_FALSE(parseReview(
        R"({"findings":[{"slice":1,"place":null,"decision":"?","reason":"","comment":""}],"own":[]})"));
}

TEST(WayOfReading, ANameIsReadAsItIsWrittenAndNothingElse) {
    for (const WayOfReading way : kWaysOfReading)
        EXPECT_EQ(wayFrom(wayName(way)), way);
    for (const char* name : {"", "Assisted", "second reader", "off"})
        EXPECT_FALSE(wayFrom(name)) << name;
}

} // namespace
} // namespace hemo
