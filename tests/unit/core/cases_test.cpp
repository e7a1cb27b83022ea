// Teaching cases: their file, what an answer is worth, which comes next, and those that the program draws.

#include "core/classroom/case_truth.h"
#include "core/classroom/cases_json.h"
#include "core/classroom/learning.h"
#include "core/classroom/phantom_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using Says = ReaderVerdict::Answer;

constexpr auto kWhole = R"({"title": "Two heads", "cases": [
  {"title": "A fall", "series": "one", "question": "Where?", "choices": ["Left", "Right"], "right_choice": "Right",
   "bleed": true, "kinds": ["subdural"], "places": [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9]]],
   "teaching_points": ["Look twice."], "level": 3, "licence": "CC0"},
  {"title": "Nothing", "series": "two/inner", "question": "Anything?", "bleed": false, "licence": "CC0"}]})";

std::string with(std::string what, const std::string& by) {
    std::string text = kWhole;
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

std::string problemOf(const std::string& text) {
    const auto cases = parseCases(text);
    return cases ? "" : english(cases.error().message);
}

TEST(CasesJson, ACollectionIsReadAndWhatIsWrittenIsReadAgain) {
    const auto read = parseCases(kWhole);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->cases.size(), 2u);
    const TeachingCase& first = read->cases[0];
    EXPECT_EQ(first.rightChoice, 1u);
    EXPECT_EQ(first.truth.kinds, std::vector{BleedType::Subdural});
    EXPECT_EQ(first.truth.places, (std::vector<BleedPlace>{{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}}}));
    EXPECT_EQ(first.level, 3);
    EXPECT_FALSE(read->cases[1].truth.isBleed);
    EXPECT_EQ(read->cases[1].level, 1);
    EXPECT_EQ(parseCases(casesJson(*read)), *read);
    CaseCollection more = *read;
    more.cases[0].keyImages = {{{1, 2, 3}, "here"}, {{4, 5, 6}, ""}};
    EXPECT_EQ(parseCases(casesJson(more)), more);
}

TEST(CasesJson, EachFaultIsOneSentenceThatNamesItsCaseAndField) {
    EXPECT_EQ(problemOf("[]"), "This cases.json cannot be read: it is no JSON object.");
    EXPECT_EQ(problemOf("{"), "This cases.json cannot be read: it is no JSON object.");
    EXPECT_TRUE(problemOf(R"({"title": "none", "cases": []})").starts_with("This cases.json needs"));
    const auto wrongIn = [](const char* field, const char* what, const char* by) {
        EXPECT_EQ(problemOf(with(what, by)), std::string("Case 1 in cases.json is wrong in \"") + field +
                                                 "\": mend it and open the collection again.")
            << by;
    };
    wrongIn("title", R"("title": "A fall")", R"("title": 5)");
    wrongIn("series", R"("series": "one")", R"("series": "../one")");
    wrongIn("series", R"("series": "one")", R"("series": "/one")");
    wrongIn("question", R"("Where?")", R"("")");
    wrongIn("choices", R"(["Left", "Right"])", R"(["Right", "Right"])");
    wrongIn("right_choice", R"("right_choice": "Right")", R"("right_choice": "Middle")");
    wrongIn("bleed", R"("bleed": true)", R"("bleed": "yes")");
    wrongIn("kinds", R"(["subdural"])", R"(["any"])");
    wrongIn("kinds", R"(["subdural"])", R"("subdural")");
    wrongIn("kinds", R"("bleed": true)", R"("bleed": false)");
    wrongIn("places", "[7, 8, 9]", "[7, 8]");
    wrongIn("places", "[[[1, 2, 3], [4, 5, 6]], [[7, 8, 9]]]", "[]");
    wrongIn("places", "[[7, 8, 9]]", "[]");
    wrongIn("key_images", R"("level": 3)", R"("level": 3, "key_images": [5])");
    wrongIn("key_images", R"("level": 3)", R"("level": 3, "key_images": [{"place": [1, 2]}])");
    wrongIn("key_images", R"("level": 3)", R"("level": 3, "key_images": [{"place": [1, 2, 3], "text": 4}])");
    wrongIn("level", R"("level": 3)", R"("level": 4)");
    wrongIn("licence", R"("licence": "CC0")", R"("licence": "")");
    EXPECT_TRUE(problemOf(with("two/inner", "one")).starts_with("Case 2 in cases.json has the series"));
}

TEST(CasesJson, SeveralFaultsAreAllTold) {
    std::string text = with(R"("question": "Where?")", R"("question": "")");
    const auto put = [&](const std::string& what, const std::string& by) {
        text.replace(text.find(what), what.size(), by);
    };
    put(R"("level": 3)", R"("level": 9)");
    put("two/inner", "one");
    EXPECT_EQ(
        problemOf(text),
        "Mend 3 faults in cases.json and open the collection again: case 1 is wrong in \"question\", case "
        "1 is wrong in \"level\" and case 2 has the series of a case before it.");
}

TEST(CasesJson, OfManyFaultsTheFirstTenAreToldAndHowManyMoreThereAre) {
    std::string text = R"({"title": "Many", "cases": [5)";
    for (int n = 1; n < 13; ++n)
        text += ", 5";
    const std::string problem = problemOf(text + "]}");
    EXPECT_TRUE(problem.starts_with("Mend 13 faults in cases.json and open the collection again: case 1"));
    EXPECT_TRUE(problem.ends_with("case 10 is wrong in \"title\" and 3 more.")) << problem;
}

ReaderVerdict bleedAt(std::vector<PatientPoint> places,
                      std::vector<BleedType> kinds = {BleedType::Subdural}) {
    ReaderVerdict verdict;
    verdict.answer = Says::Bleed;
    verdict.places = std::move(places);
    verdict.kinds = std::move(kinds);
    return verdict;
}

TeachingCase twoBleeds() {
    TeachingCase made;
    made.choices = {"Left", "Right"};
    made.rightChoice = 1;
    made.truth = {true, {BleedType::Subdural}, {{{0, 0, 0}, {0, 40, 0}}, {{100, 0, 0}}}};
    return made;
}

TEST(CaseScore, APlaceWithin15MmOfAnyPointOfABleedFindsIt) {
    const CaseScore all = scoreOf(bleedAt({{0, 54, 0}, {90, 0, 0}}), 1, twoBleeds());
    EXPECT_EQ(all, (CaseScore{true, true, true, 2, 2, 0}));
    EXPECT_TRUE(isAllRight(all));
    const CaseScore beside = scoreOf(bleedAt({{0, 56, 0}}, {BleedType::Epidural}), 0, twoBleeds());
    EXPECT_EQ(beside, (CaseScore{true, false, false, 0, 2, 1}));
    EXPECT_FALSE(isAllRight(beside));
    EXPECT_EQ(scoreOf(bleedAt({{1, 0, 0}, {2, 0, 0}}), 1, twoBleeds()).placesFound, 1)
        << "one bleed, shown twice";
}

TEST(CaseScore, ABleedWhereNoneIsHasPlacesTooMany) {
    TeachingCase none;
    ReaderVerdict right;
    right.answer = Says::None;
    EXPECT_TRUE(isAllRight(scoreOf(right, std::nullopt, none)));
    const CaseScore wrong = scoreOf(bleedAt({{0, 0, 0}}), std::nullopt, none);
    EXPECT_FALSE(wrong.isAnswerRight);
    EXPECT_EQ(wrong.placesTooMany, 1);
    EXPECT_FALSE(wrong.isChoiceRight);
    ReaderVerdict unsure;
    unsure.answer = Says::CannotTell;
    EXPECT_FALSE(scoreOf(unsure, std::nullopt, none).isAnswerRight);
}

CaseCollection threeCases() {
    CaseCollection collection{"three", std::vector<TeachingCase>(3)};
    for (std::size_t n = 0; n < 3; ++n)
        collection.cases[n].series = "s" + std::to_string(n);
    return collection;
}

const CaseScore kRight{true, std::nullopt, std::nullopt, 0, 0, 0}, kWrong{};
constexpr std::int64_t kNow = 1'700'000'000, kTenMinutes = 600, kDay = 86'400;

TEST(Learning, NewCasesComeInOrderAndWhatWentWrongComesBackFirst) {
    const CaseCollection collection = threeCases();
    Progress progress;
    EXPECT_EQ(nextCase(collection, progress, kNow), 0u);
    progress["s0"] = learned({}, kWrong, 30, kNow);
    EXPECT_EQ(nextCase(collection, progress, kNow + 1), 1u);
    EXPECT_EQ(nextCase(collection, progress, kNow + kTenMinutes), 0u);
    progress["s0"] = learned(progress["s0"], kRight, 30, kNow);
    progress["s1"] = progress["s2"] = learned({}, kRight, 30, kNow);
    EXPECT_EQ(nextCase(collection, progress, kNow + kTenMinutes), std::nullopt);
    EXPECT_EQ(nextCase(collection, progress, kNow + kDay), 0u);
}

TEST(Learning, RightAnswersComeBackLaterEachTimeAndAWrongOneBeginsAnew) {
    Learned one;
    std::vector<std::int64_t> waits;
    for (int n = 0; n < 6; ++n) {
        one = learned(one, kRight, 10, kNow);
        waits.push_back((dueAt(one) - kNow) / kDay);
    }
    EXPECT_EQ(waits, (std::vector<std::int64_t>{1, 3, 7, 30, 30, 30}));
    one = learned(one, kWrong, 10, kNow);
    EXPECT_EQ(dueAt(one), kNow + kTenMinutes);
    EXPECT_EQ(one.times, 7);
}

TEST(Learning, HowItStandsComesBackFromTheDiskAndDamageIsAsIfUnread) {
    Progress progress;
    progress["s0"] = learned({}, {true, false, std::nullopt, 1, 2, 3}, 12.5, kNow);
    progress["s1"] = learned({}, kWrong, 3, kNow);
    EXPECT_EQ(parseProgress(progressJson(progress)), progress);
    EXPECT_TRUE(parseProgress("no json").empty());
    EXPECT_TRUE(parseProgress(R"({"s0": {"box": 1}})").empty());
}

TEST(Learning, TheSummaryCountsTheLastAnswerToEachCase) {
    const CaseCollection collection = threeCases();
    Progress progress;
    progress["s0"] = learned({}, {true, true, false, 1, 2, 0}, 10, kNow);
    progress["s1"] = learned({}, {false, false, std::nullopt, 0, 1, 2}, 40, kNow);
    progress["of another collection"] = learned({}, kRight, 1, kNow);
    const RoundSummary summary = summaryOf(collection, progress);
    EXPECT_EQ(summary, (RoundSummary{3, 2, 1, 1, 2, 0, 1, 1, 3, 2, 25.0}));
}

TEST(CaseTruth, PlacesInOneOutlineAreOneBleedWithPointsThroughout) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 4; ++k)
        positions.push_back({0, 0, 5.0 * k});
    const Grid grid(60, 60, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    Finding finding;
    finding.firstSlice = finding.lastSlice = finding.mostTellingSlice = 1;
    finding.place = PatientPoint{10, 30, 5};
    finding.outline.emplace();
    for (std::size_t x = 10; x < 50; ++x)
        finding.outline->voxels.push_back(static_cast<std::uint32_t>(grid.voxelsPerSlice() + 30 * 60 + x));
    const Findings findings{finding};
    const CaseTruth truth = truthFrom(bleedAt({{12, 30, 5}, {45, 30, 5}, {30, 0, 15}}), &findings, grid);
    ASSERT_EQ(truth.places.size(), 2u);
    EXPECT_GE(truth.places[0].size(), 3u);
    EXPECT_EQ(truth.places[1], (BleedPlace{{30, 0, 15}}));
    ReaderVerdict none;
    none.answer = Says::None;
    EXPECT_EQ(truthFrom(none, &findings, grid), CaseTruth{});
}

/// A tilted head, an opened one, a small bleed, none, and one with an old infarct and calcifications.
class PhantomCases : public ::testing::TestWithParam<std::size_t> {};

TEST_P(PhantomCases, NameWhatIsDrawnAndWhereItIs) {
    const MadeCase made = makePhantomCase(GetParam());
    const CaseTruth& truth = made.about.truth;
    EXPECT_EQ(truth.isBleed, GetParam() < 10);
    EXPECT_EQ(truth.kinds.size(), truth.isBleed ? 1u : 0u);
    ASSERT_EQ(truth.places.size(), truth.isBleed ? 1u : 0u);
    EXPECT_TRUE(parseCases(casesJson({"one", {made.about}}))) << "it can be read as it is written";
    for (const std::string& text : {made.about.title, made.about.question, made.about.licence,
                                    made.about.teachingPoints.at(0), phantomCasesTitle()})
        EXPECT_TRUE(std::ranges::count(phantomCaseWords(), text, english) == 1) << text;
    if (!truth.isBleed) return;
    const Grid& grid = made.volume->grid();
    int inBlood = 0;
    for (const PatientPoint p : truth.places[0]) {
        const VoxelIndex v = grid.toVoxel(p);
        const auto at = [](double index) { return static_cast<int>(std::lround(index)); };
        inBlood += made.volume->at(at(v.i), at(v.j), at(v.k)) > 40 ? 1 : 0;
    }
    EXPECT_GE(inBlood * 2, static_cast<int>(truth.places[0].size()))
        << "the others lie where a slice shows half";
}

INSTANTIATE_TEST_SUITE_P(Drawn, PhantomCases, ::testing::Values(2u, 5u, 6u, 9u, 10u, 11u));

} // namespace
} // namespace hemo
