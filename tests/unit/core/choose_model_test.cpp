// Which model reads.

#include "made_comparison.h"

#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

ModelChoice model(const char* name) {
    ModelInfo info;
    info.id = name;
    return {name, std::filesystem::path("/models") / name, info};
}

AppState withModels(AppState s = openState()) {
    return reduce(std::move(s), ModelsFound{{model("own"), model("other")}});
}

AppState answeredByOwn() {
    const AppState s = withModels();
    return classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
}

TEST(ChooseModel, WithNoneChosenTheProgramsOwnReads) {
    EXPECT_EQ(select::modelInUse(openState()), nullptr);
    EXPECT_EQ(select::modelInUse(withModels())->name, "own");
}

TEST(ChooseModel, WhatIsSeenIsReadAgainAndWhatTheOtherSaidIsGone) {
    const AppState before = answeredByOwn();
    AppState s = reduce(before, ChooseModel{"other"});
    EXPECT_EQ(select::modelInUse(s)->name, "other");
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running);
    EXPECT_FALSE(reader(s).prediction);
    EXPECT_GT(reader(s).job.number, reader(before).job.number);
    const auto late = reader(before).prediction;
    s = reduce(s, Classified{lead(s).id, reader(before).job.number, late});
    EXPECT_FALSE(reader(s).prediction) << "the old model's answer came late";
}

TEST(ChooseModel, WhileTheFirstOneReadsTheOtherTakesOver) {
    const AppState before = withModels();
    ASSERT_EQ(reader(before).status, SecondReader::Status::Running);
    const AppState s = reduce(before, ChooseModel{"other"});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running);
    EXPECT_GT(reader(s).job.number, reader(before).job.number);
}

TEST(ChooseModel, TheOneThatReadsAlreadyAsksNobody) {
    const AppState before = answeredByOwn();
    EXPECT_EQ(reduce(before, ChooseModel{"own"}), before);
}

TEST(ChooseModel, BackToTheProgramsOwnNoNameIsKept) {
    AppState s = reduce(answeredByOwn(), ChooseModel{"other"});
    EXPECT_EQ(s.preferences.model, "other");
    s = reduce(s, ChooseModel{"own"});
    EXPECT_EQ(s.preferences.model, "") << "a later version may have a better one";
    EXPECT_EQ(select::modelInUse(s)->name, "own");
}

TEST(ChooseModel, OneThatIsGoneIsSaidAndTheProgramsOwnReads) {
    const AppState s = reduce(answeredByOwn(), ChooseModel{"ward"});
    EXPECT_EQ(select::modelInUse(s)->name, "own");
    ASSERT_TRUE(s.notice);
    EXPECT_EQ(english(s.notice->text),
              "The model ward is not there any more, and own reads: choose a model in the card "
              "of the second reader.");
    EXPECT_TRUE(reader(s).prediction) << "who reads has not changed";
}

TEST(ChooseModel, WhatTheSiteHasFixedStays) {
    AppState s = reduce(reduce(answeredByOwn(), ChooseModel{"other"}), FixSettings{{Setting::Model}});
    s = reduce(s, ChooseModel{"own"});
    EXPECT_EQ(select::modelInUse(s)->name, "other");
}

TEST(ChooseModel, ABlindReadingIsReadByNone) {
    AppState s = reduce(answeredByOwn(), ChooseWay{WayOfReading::Blind});
    s = reduce(s, ChooseModel{"other"});
    EXPECT_EQ(lead(s).reader.status, SecondReader::Status::Idle);
}

TEST(ChooseModel, NoSeriesInTheListKeepsTheOtherModelsWord) {
    AppState s = reduce(answeredByOwn(), ReadListAhead{true});
    const ReadingId ahead = select::readingOf(s, "other")->id;
    s = reduce(s, SeriesLoaded{ahead, select::reading(s, ahead)->load.number, seriesInfo("other"),
                               volumeOf(uprightGrid(), "other")});
    s = classified(s, *select::reading(s, ahead),
                   predictionOf(*select::reading(s, ahead)->volume, std::vector<double>(10, .9)));
    ASSERT_EQ(select::listMarks(s).at("other"), select::ListMark::Suspected);
    s = reduce(s, ChooseModel{"other"});
    EXPECT_EQ(select::listMarks(s).at("other"), select::ListMark::Waiting);
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    EXPECT_EQ(select::reading(s, ahead)->reader.status, SecondReader::Status::Running);
}

} // namespace
} // namespace hemo
