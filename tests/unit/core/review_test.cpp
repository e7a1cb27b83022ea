// What the reader decides on the second reader's findings.

#include "made_comparison.h"

#include "core/state/select/marks.h"
#include "core/state/select/review.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

Finding findingAt(int slice) {
    Finding finding;
    finding.firstSlice = slice - 1, finding.lastSlice = slice + 1, finding.mostTellingSlice = slice;
    finding.place = PatientPoint{5.0 * slice, 0, 0};
    return finding;
}

TEST(Review, ADecisionIsTakenBackByTheSameOneAgain) {
    const Finding finding = findingAt(3);
    Review review = decided({}, finding, Decision::Rejected);
    EXPECT_TRUE(isRejected(review, finding));
    review = decided(review, finding, Decision::Accepted);
    EXPECT_EQ(reviewOf(review, finding)->decision, Decision::Accepted);
    EXPECT_EQ(decided(review, finding, Decision::Accepted), Review{});
}

TEST(Review, AReasonRejectsAndGoesWithTheRejection) {
    const Finding finding = findingAt(3);
    Review review = rejectedFor({}, finding, RejectReason::Calcification);
    EXPECT_TRUE(isRejected(review, finding));
    review = commented(decided(review, finding, Decision::Unsure), finding, "choroid plexus");
    EXPECT_EQ(reviewOf(review, finding)->reason, RejectReason::None);
    EXPECT_EQ(reviewOf(review, finding)->comment, "choroid plexus");
}

TEST(Review, AFindingIsKnownAgainWhereAnotherRuleMovedItALittle) {
    const Review review = decided({}, findingAt(3), Decision::Rejected);
    Finding moved = findingAt(3);
    moved.place->y += 4;
    moved.mostTellingSlice = 4;
    EXPECT_TRUE(isRejected(review, moved));
    moved.place->y += 2;
    EXPECT_FALSE(isRejected(review, moved));
}

AppState threeFindings() {
    AppState s = openState();
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    Findings findings;
    const Grid& grid = lead(s).volume->grid();
    for (const int k : {2, 5, 8}) {
        findings.push_back(findingAt(k));
        findings.back().place = middleOfSlice(grid, k);
    }
    return found(s, std::make_shared<const Findings>(findings));
}

TEST(ReviewState, TheNextFindingGoesPastWhatWasRejected) {
    AppState s = threeFindings();
    const ReadingId id = lead(s).id;
    s = reduce(s, DecideFinding{id, 1, Decision::Rejected});
    s = reduce(s, GoToFinding{id, 2});
    EXPECT_EQ(currentSlice(lead(s)), 8);
    s = reduce(s, StepFinding{id, 1});
    EXPECT_EQ(currentSlice(lead(s)), 2);
    s = reduce(s, StepFinding{id, -1});
    EXPECT_EQ(currentSlice(lead(s)), 8);
    for (const int n : {0, 2})
        s = reduce(s, DecideFinding{id, n, Decision::Rejected});
    EXPECT_EQ(lead(reduce(s, StepFinding{id, 1})).look, lead(s).look) << "there is none left";
}

TEST(ReviewState, TheKeysMeanTheFindingThatIsSeen) {
    AppState s = threeFindings();
    s = reduce(s, GoToFinding{lead(s).id, 1});
    EXPECT_EQ(select::findingHere(s, lead(s)), 1);
    s = atSlice(s, 9);
    EXPECT_EQ(select::findingHere(s, lead(s)), 2) << "its slices reach here";
    s = atSlice(s, 0);
    EXPECT_FALSE(select::findingHere(s, lead(s)));
}

TEST(ReviewState, OneChainOfStepsGoesThroughDecisionsAndMarks) {
    AppState s = threeFindings();
    const ReadingId id = lead(s).id;
    s = reduce(s, DecideFinding{id, 0, Decision::Accepted});
    const Mark key{MarkId{1},
                   Mark::Shape::KeyImage,
                   frameOf(ReadingPlane::native(), lead(s).volume->grid()),
                   {lead(s).look->place},
                   {}};
    s = reduce(s, PutMark{id, key});
    s = reduce(s, AddOwnFinding{id, {1, 2, 3}});
    ASSERT_EQ(reviewOf(lead(s)).own.size(), 1u);
    s = reduce(s, UndoMarks{id});
    EXPECT_TRUE(reviewOf(lead(s)).own.empty());
    EXPECT_EQ(marksOf(lead(s)).size(), 1u);
    s = reduce(reduce(s, UndoMarks{id}), UndoMarks{id});
    EXPECT_EQ(reviewOf(lead(s)), Review{});
    EXPECT_FALSE(select::canUndoMarks(s));
    s = reduce(reduce(reduce(s, RedoMarks{id}), RedoMarks{id}), RedoMarks{id});
    EXPECT_EQ(reviewOf(lead(s)).own.size(), 1u);
}

TEST(ReviewState, AnOwnFindingIsOneClickAndTheToolIsPutDown) {
    AppState s = reduce(threeFindings(), ChooseTool{Tool::OwnFinding});
    s = reduce(s, AddOwnFinding{lead(s).id, {1, 2, 3}});
    EXPECT_EQ(s.screen.tool, Tool::Window);
    s = reduce(s, RemoveOwnFinding{lead(s).id, 0});
    EXPECT_TRUE(reviewOf(lead(s)).own.empty());
    EXPECT_EQ(reduce(s, RemoveOwnFinding{lead(s).id, 0}), s);
}

TEST(ReviewState, AnOwnFindingThatCannotBeAddedNowSaysWhatToDo) {
    const auto said = [](AppState s) {
        s = reduce(s, ChooseTool{Tool::OwnFinding});
        EXPECT_EQ(s.screen.tool, Tool::Window);
        return s.notice ? english(s.notice->text) : std::string();
    };
    EXPECT_EQ(said(previewed(reduce(openState(), OpenSeries{kLead, "other"}), kLead,
                             volumeOf(uprightGrid(), "other"))),
              "This series is still being read: add a finding of your own when all of it is here.");
    EXPECT_EQ(said(reduce(threeFindings(), ChooseWay{WayOfReading::SecondReader})),
              "Your own reading comes first: give it with Q, then add findings of your own.");
    EXPECT_EQ(said(reduce(threeFindings(), ChooseWay{WayOfReading::Blind})),
              "A blind reading has no findings: show the places in your own reading with Q.");
    EXPECT_EQ(reduce(threeFindings(), ChooseTool{Tool::OwnFinding}).screen.tool, Tool::OwnFinding);
}

} // namespace
} // namespace hemo
