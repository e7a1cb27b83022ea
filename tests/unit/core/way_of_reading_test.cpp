// The lock on the second reader's answers, in the state.

#include "made_comparison.h"

#include "core/state/select/changes.h"
#include "core/state/select/marks.h"
#include "core/state/select/review.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;
using select::ListMark, select::Lock;

AppState answeredBy(AppState s, double p) {
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, p)));
    Finding finding;
    finding.firstSlice = 3, finding.lastSlice = finding.mostTellingSlice = 5;
    finding.place = PatientPoint{0, 0, 25};
    return found(s, std::make_shared<const Findings>(p > .5 ? Findings{finding} : Findings{}));
}

AppState lockedState(double p = .9) {
    return answeredBy(reduce(openState(), ChooseWay{WayOfReading::SecondReader}), p);
}

AppState committedNone(AppState s) {
    const ReadingId id = lead(s).id;
    s = reduce(s, AnswerVerdict{id, ReaderVerdict::Answer::None});
    s = reduce(s, SetConfidence{id, 3});
    return reduce(s, CommitVerdict{id, 1700000000});
}

/// Whatever tells anything of the answer.
void expectNothingTold(const AppState& s) {
    const Reading& reading = lead(s);
    EXPECT_FALSE(select::mayShowAnswers(s, reading));
    EXPECT_FALSE(select::mayTellVerdict(s, reading));
    EXPECT_EQ(select::answersTo(s, reading), SecondReader{});
    EXPECT_EQ(select::shownPrediction(s, reading), nullptr);
    EXPECT_EQ(select::shownFindings(s, reading), nullptr);
    EXPECT_FALSE(select::canShowAnyHeat(s));
    EXPECT_FALSE(select::hasSuspicious(s, reading));
    EXPECT_FALSE(select::currentPrediction(s, reading));
    EXPECT_FALSE(select::canClassify(s, reading));
    EXPECT_FALSE(select::listMarks(s).contains(reading.series->id));
    for (const select::Bar& bar : select::stripBars(s, reading))
        EXPECT_FALSE(bar.any || bar.isOverThreshold);
}

TEST(WayOfReadingState, AssistedIsHowItBeginsAndEverythingIsShown) {
    const AppState s = answeredBy(openState(), .9);
    EXPECT_EQ(s.preferences.way, WayOfReading::Assisted);
    EXPECT_EQ(select::lockOn(s, lead(s)), Lock::Open);
    EXPECT_TRUE(select::shownFindings(s, lead(s)));
    EXPECT_EQ(select::listMarks(s).at("1.2.3"), ListMark::Suspected);
}

TEST(WayOfReadingState, NothingIsToldBeforeTheReadersOwnVerdictAndAllAfterIt) {
    AppState s = lockedState();
    EXPECT_EQ(select::lockOn(s, lead(s)), Lock::UntilVerdict);
    expectNothingTold(s);
    s = committedNone(s);
    EXPECT_TRUE(select::mayShowAnswers(s, lead(s)));
    EXPECT_EQ(select::shownFindings(s, lead(s))->size(), 1u);
    EXPECT_EQ(select::listMarks(s).at("1.2.3"), ListMark::Suspected);
    EXPECT_EQ(lead(s).ownVerdict.first->way, WayOfReading::SecondReader);
}

TEST(WayOfReadingState, NoActionLooksPastTheLock) {
    const AppState s = lockedState();
    const ReadingId id = lead(s).id;
    for (const Action& action :
         {Action{ShowHeat{true}}, Action{PeekHeat{true}}, Action{GoToFinding{id, 0}},
          Action{StepFinding{id, 1}}, Action{StepSuspicious{id, 1}}, Action{StepFinding{id, -1}},
          Action{DecideFinding{id, 0, Decision::Rejected}}, Action{CommentFinding{id, 0, "x"}}}) {
        const AppState after = reduce(s, action);
        EXPECT_EQ(after.screen, s.screen) << action.index();
        EXPECT_EQ(lead(after).look, lead(s).look) << action.index();
        EXPECT_EQ(reviewOf(lead(after)), Review{}) << action.index();
    }
}

TEST(WayOfReadingState, HeatThatIsShownGoesWhenTheAnswersAreLocked) {
    AppState s = reduce(answeredBy(openState(), .9), ShowHeat{true});
    ASSERT_TRUE(s.screen.isHeatShown);
    s = reduce(s, ChooseWay{WayOfReading::SecondReader});
    EXPECT_FALSE(s.screen.isHeatShown);
    expectNothingTold(s);
}

TEST(WayOfReadingState, ABlindReadingAsksNobodyAndShowsNothingEvenAfterAVerdict) {
    AppState s = reduce(openState(), ChooseWay{WayOfReading::Blind});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Idle) << "what was under way is given up";
    s = committedNone(reduce(s, ReadListAhead{true}));
    EXPECT_EQ(select::readingOf(s, "other"), nullptr) << "and nothing is read ahead";
    s = reduce(s, Classify{lead(s).id});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Idle);
    EXPECT_TRUE(select::listMarks(s).empty());
    expectNothingTold(answeredBy(s, .9));
    s = reduce(s, ChooseWay{WayOfReading::Assisted});
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running) << "it is asked again";
}

TEST(WayOfReadingState, WhatTheSiteHasFixedNobodyChanges) {
    AppState s = reduce(openState(), FixWay{WayOfReading::SecondReader});
    EXPECT_TRUE(s.preferences.isWayFixed);
    s = reduce(s, ChooseWay{WayOfReading::Assisted});
    EXPECT_EQ(s.preferences.way, WayOfReading::SecondReader);
}

TEST(WayOfReadingState, AListThatIsReadAheadTellsNothingOfASeriesThatIsLocked) {
    const AppState s = reduce(lockedState(), ReadListAhead{true});
    EXPECT_TRUE(select::listMarks(s).empty()) << "not even what waits: it would end when the answer comes";
}

TEST(WayOfReadingState, APriorThatIsLockedTellsNoGrowthOfABleed) {
    AppState s = compared({});
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    s = found(s, std::make_shared<const Findings>(Findings{Finding{}}));
    s = classified(s, beside(s), predictionOf(*beside(s).volume, std::vector<double>(46, .1)));
    ASSERT_TRUE(select::earlierBeside(s, lead(s)));
    s = committedNone(reduce(s, ChooseWay{WayOfReading::SecondReader}));
    EXPECT_TRUE(select::shownFindings(s, lead(s)));
    EXPECT_FALSE(select::earlierBeside(s, lead(s)));
}

/// A mark of that shape in the slice that is shown.
Mark markHere(const AppState& s, Mark::Shape shape, MarkId id) {
    const Grid& grid = lead(s).volume->grid();
    const PatientPoint here = middleOfSlice(grid, *currentSlice(lead(s)));
    return {id,
            shape,
            frameOf(ReadingPlane::native(), grid),
            std::vector<PatientPoint>(placesOf(shape), here),
            {}};
}

TEST(WayOfReadingState, WhatWasMeasuredOfAFindingIsHiddenWithIt) {
    for (const Mark::Shape shape : {Mark::Shape::AbcHalf, Mark::Shape::Length}) { // its thickness is a length
        AppState s = answeredBy(openState(), .9);
        Mark laid = markHere(s, shape, MarkId{1});
        laid.isOfFinding = true;
        s = reduce(s, PutMark{lead(s).id, laid});
        EXPECT_EQ(select::shownMarks(s, lead(s)).size(), 1u);
        s = reduce(s, ChooseWay{WayOfReading::SecondReader});
        EXPECT_TRUE(select::shownMarks(s, lead(s)).empty());
        EXPECT_TRUE(select::marksIn(s, kLead).empty());
        EXPECT_EQ(select::chosenMark(s), nullptr);
        EXPECT_EQ(select::shownMarks(committedNone(s), lead(committedNone(s))).size(), 1u);
    }
}

TEST(WayOfReadingState, WhatTheReaderDrewIsNeverHidden) {
    for (const Mark::Shape shape : {Mark::Shape::AbcHalf, Mark::Shape::Length}) {
        AppState s = reduce(answeredBy(openState(), .9), ChooseWay{WayOfReading::SecondReader});
        s = reduce(s, PutMark{lead(s).id, markHere(s, shape, MarkId{1})});
        EXPECT_EQ(select::shownMarks(s, lead(s)).size(), 1u);
    }
}

TEST(WayOfReadingState, FindingsThatCannotBeMeasuredAreNoNoticeWhileTheyAreLocked) {
    AppState s = reduce(openState(), ChooseWay{WayOfReading::SecondReader});
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    s = reduce(s, FindingsFailed{
                      lead(s).id, reader(s).findingsJob.number, {ErrorCode::Worker, said("No memory."), {}}});
    EXPECT_FALSE(s.notice);
}

} // namespace
} // namespace hemo
