// What the reader draws, in the state: drafts, steps to undo, what the disk gives back.

#include "made_comparison.h"

#include "core/state/select/marks.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

/// A line of 30 mm on the slice that is shown.
Mark lineIn(const AppState& s, MarkId id) {
    const Grid& grid = shownVolume(lead(s))->grid();
    const PatientPoint middle = middleOfSlice(grid, *currentSlice(lead(s)));
    const ViewFrame frame = frameOf(ReadingPlane::native(), grid);
    return {id, Mark::Shape::Length, frame, {middle, middle + Vec3{30, 0, 0}}, {}};
}

AppState drawn(const AppState& s, const Mark& mark) {
    return reduce(reduce(s, DraftMark{{kLead, mark}}), KeepDraft{});
}

const Marks& marksOf(const AppState& s) {
    return marksOf(lead(s));
}

TEST(MarksState, WhatIsBeingDrawnIsSeenAndIsNoStepToUndo) {
    AppState s = openState();
    const Mark mark = lineIn(s, MarkId{1});
    s = reduce(s, DraftMark{{kLead, mark}});
    EXPECT_EQ(select::marksIn(s, kLead), Marks{mark});
    EXPECT_TRUE(marksOf(s).empty());
    EXPECT_FALSE(select::canUndoMarks(s));
    s = reduce(s, KeepDraft{});
    EXPECT_EQ(marksOf(s), Marks{mark});
    EXPECT_EQ(select::chosenMark(s)->id, mark.id);
    EXPECT_TRUE(select::canUndoMarks(s));
}

TEST(MarksState, TheDiametersGoAlongWhileTheHandTellsHowHighTheBloodIs) {
    AppState s = openState();
    const PatientPoint middle = lineIn(s, MarkId{1}).points.front();
    Mark abc{MarkId{1},
             Mark::Shape::AbcHalf,
             lineIn(s, MarkId{1}).frame,
             std::vector<PatientPoint>(4, middle),
             {}};
    s = reduce(s, DraftMark{{kLead, abc}});
    EXPECT_TRUE(select::marksIn(reduce(s, StepSlice{kLead, 1}), kLead).empty());
    abc.points.push_back(middle);
    s = reduce(reduce(s, DraftMark{{kLead, abc}}), StepSlice{kLead, 1});
    EXPECT_EQ(select::marksIn(s, kLead), Marks{abc});
    abc.points.push_back(middle);
    s = reduce(reduce(s, DraftMark{{kLead, abc}}), KeepDraft{});
    EXPECT_EQ(marksOf(s), Marks{abc});
    EXPECT_TRUE(select::marksIn(s, kLead).empty()) << "it lies in the slice of its diameters";
}

TEST(MarksState, UndoAndRedoGoThroughEverything) {
    AppState s = openState();
    const Mark first = lineIn(s, MarkId{1}), second = lineIn(s, MarkId{2});
    s = drawn(drawn(s, first), second);
    s = reduce(s, NameMark{lead(s).id, MarkId{1}, "old bleed"});
    s = reduce(s, RemoveMark{lead(s).id, MarkId{2}});
    ASSERT_EQ(marksOf(s).size(), 1u);
    const ReadingId id = lead(s).id;
    s = reduce(s, UndoMarks{id});
    EXPECT_EQ(marksOf(s).size(), 2u);
    s = reduce(s, UndoMarks{id});
    EXPECT_TRUE(marksOf(s).front().text.empty());
    s = reduce(reduce(s, UndoMarks{id}), UndoMarks{id});
    EXPECT_TRUE(marksOf(s).empty());
    for (int n = 0; n < 4; ++n)
        s = reduce(s, RedoMarks{id});
    EXPECT_EQ(marksOf(s).size(), 1u);
    EXPECT_EQ(marksOf(s).front().text, "old bleed");
}

TEST(MarksState, ChangingAMarkKeepsItsPlaceInTheList) {
    AppState s = openState();
    s = drawn(drawn(s, lineIn(s, MarkId{1})), lineIn(s, MarkId{2}));
    Mark longer = marksOf(s).front();
    longer.points[1].x += 10;
    s = drawn(s, longer);
    ASSERT_EQ(marksOf(s).size(), 2u);
    EXPECT_EQ(marksOf(s).front(), longer);
}

TEST(MarksState, AMarkThatIsNotWholeIsNotKept) {
    AppState s = openState();
    Mark angle = lineIn(s, MarkId{1});
    angle.shape = Mark::Shape::Angle;
    s = drawn(s, angle);
    EXPECT_TRUE(marksOf(s).empty());
    EXPECT_FALSE(s.screen.draft);
}

TEST(MarksState, ScrollingAwayGivesUpWhatWasBegunAndHidesWhatIsThere) {
    AppState s = openState();
    s = drawn(s, lineIn(s, MarkId{1}));
    s = reduce(s, DraftMark{{kLead, lineIn(s, MarkId{2})}});
    s = reduce(s, StepSlice{kLead, 1});
    EXPECT_FALSE(s.screen.draft);
    EXPECT_TRUE(select::marksIn(s, kLead).empty());
    s = reduce(s, GoToMark{lead(s).id, MarkId{1}});
    EXPECT_EQ(select::marksIn(s, kLead).size(), 1u);
}

TEST(MarksState, AnotherSeriesHasItsOwnMarksAndGoingBackBringsThemBack) {
    AppState s = openState();
    s = drawn(s, lineIn(s, MarkId{1}));
    s = reduce(s, StepSeries{kLead, 1});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    EXPECT_TRUE(marksOf(s).empty());
    EXPECT_EQ(select::chosenMark(s), nullptr) << "Delete must not reach a mark that is not seen";
    s = reduce(s, OpenSeries{kLead, "1.2.3"});
    EXPECT_EQ(marksOf(s).size(), 1u);
}

TEST(MarksState, MarksOutliveTheVolumeThatMemoryHasNoRoomFor) {
    AppState s = openState();
    s = drawn(s, lineIn(s, MarkId{1}));
    s = reduce(s, StepSeries{kLead, 1});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    s = reduce(s, SetMostVolumeBytes{bytesOf(lead(s))});
    s = reduce(s, OpenSeries{kLead, "1.2.3"});
    s = loaded(s, kLead, seriesInfo(), volumeOf(uprightGrid()));
    EXPECT_EQ(marksOf(s).size(), 1u);
}

TEST(MarksState, WhatTheDiskKeptComesBackBesideWhatWasDrawnMeanwhileAndCannotBeUndone) {
    AppState s = openState();
    s = withReading(s, lead(s).id, [](Reading& reading) { reading.fingerprint = 5; });
    s = drawn(s, lineIn(s, MarkId{2}));
    s = reduce(s, MarksRead{lead(s).id, 5, {lineIn(s, MarkId{1})}});
    EXPECT_EQ(marksOf(s).size(), 2u);
    EXPECT_TRUE(lead(s).areMarksRead);
    EXPECT_FALSE(select::canUndoMarks(s));
}

TEST(MarksState, MarksOfOtherVoxelsAreNotShownOnThese) {
    AppState s = openState();
    s = withReading(s, lead(s).id, [](Reading& reading) { reading.fingerprint = 5; });
    s = reduce(s, MarksRead{lead(s).id, 6, {lineIn(s, MarkId{1})}});
    EXPECT_TRUE(marksOf(s).empty());
}

} // namespace
} // namespace hemo
