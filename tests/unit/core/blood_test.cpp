#include "made_comparison.h"

#include "core/geometry/voxels.h"
#include "core/marks/blood.h"
#include "core/marks/mark_json.h"
#include "core/state/select/marks.h"
#include "core/state/select/shelf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

/// A millimetre a pixel, slices of 5 mm with a gap of 20 mm before the last.
Grid gappedGrid() {
    return Grid(40, 30, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}, {0, 0, 5}, {0, 0, 10}, {0, 0, 30}});
}

Message noneHere() {
    return say("notice.no_blood_here", whole(50, Unit::Hounsfield), whole(90, Unit::Hounsfield));
}

TEST(Blood, ABrushPaintsARoundSpotOfItsRadiusInOneSliceAlone) {
    const Grid grid = gappedGrid();
    const auto spot = painted({}, grid, 1, {20, 15, 5}, {20, 15, 5}, 8, Brush::Adds);
    EXPECT_NEAR(double(spot.size()), std::numbers::pi * 64, 8);
    EXPECT_EQ(inSlice(spot, grid, 1).size(), spot.size());
    EXPECT_TRUE(std::ranges::is_sorted(spot));
    EXPECT_TRUE(std::ranges::adjacent_find(spot) == spot.end()) << "each once";
}

TEST(Blood, AStrokeLeavesNoHolesHoweverFastTheHandIs) {
    const Grid grid = gappedGrid();
    const auto stroke = painted({}, grid, 0, {5, 15, 0}, {35, 15, 0}, 2, Brush::Adds);
    for (int i = 5; i <= 35; ++i)
        EXPECT_TRUE(std::ranges::binary_search(stroke, std::uint32_t(15 * 40 + i))) << i;
    EXPECT_NEAR(double(stroke.size()), 30 * 4 + std::numbers::pi * 4, 32);
}

TEST(Blood, WhatIsPaintedTwiceCountsOnceAndIsTakenAwayByTheSameStroke) {
    const Grid grid = gappedGrid();
    const PatientPoint a{10, 10, 5}, b{20, 18, 5};
    const auto once = painted({}, grid, 1, a, b, 3, Brush::Adds);
    EXPECT_EQ(painted(once, grid, 1, a, b, 3, Brush::Adds), once);
    EXPECT_TRUE(painted(once, grid, 1, a, b, 3, Brush::TakesAway).empty());
    EXPECT_EQ(painted(once, grid, 2, a, b, 3, Brush::TakesAway), once) << "another slice";
}

TEST(Blood, ABrushBeyondTheEdgeOfTheSlicePaintsWhatIsThere) {
    const Grid grid = gappedGrid();
    const auto corner = painted({}, grid, 0, {0, 0, 0}, {-20, -20, 0}, 4, Brush::Adds);
    EXPECT_NEAR(double(corner.size()), std::numbers::pi * 16 / 4, 6);
    EXPECT_TRUE(painted({}, grid, 0, {100, 100, 0}, {100, 100, 0}, 4, Brush::Adds).empty());
}

TEST(Blood, ItsVolumeReachesHalfWayToItsNeighboursAndNotIntoAGap) {
    const Grid grid = gappedGrid();
    const std::uint32_t perSlice = 40 * 30;
    EXPECT_DOUBLE_EQ(bloodOf({0, 1, perSlice}, grid).volumeMl, 0.015);
    EXPECT_DOUBLE_EQ(bloodOf({3 * perSlice + 7}, grid).volumeMl, 0.005) << "beside the gap";
}

TEST(Blood, AVolumesPlaceLiesInTheSliceThatHoldsTheMostOfIt) {
    const Grid grid = gappedGrid();
    auto voxels = painted({}, grid, 0, {10, 10, 0}, {10, 10, 0}, 2, Brush::Adds);
    voxels = painted(voxels, grid, 2, {25, 20, 10}, {25, 20, 10}, 5, Brush::Adds);
    const Mark mark = volumeMark(MarkId{3}, voxels, grid);
    ASSERT_EQ(mark.points.size(), 1u);
    EXPECT_LT(length(mark.points[0] - PatientPoint{25, 20, 10}), 0.5);
    const ReadingPlane native = ReadingPlane::native();
    EXPECT_TRUE(liesIn(mark, native, grid, {0, 0, 0}));
    EXPECT_FALSE(liesIn(mark, native, grid, {0, 0, 5})) << "none of it is there";
    EXPECT_TRUE(liesIn(mark, native, grid, {0, 0, 10}));
    const ReadingPlane coronal = ReadingPlane::along(ViewAxis::Coronal);
    EXPECT_TRUE(liesIn(mark, coronal, grid, {0, 20, 0})) << "of the larger part";
    EXPECT_FALSE(liesIn(mark, coronal, grid, {0, 14, 0})) << "between both";
}

TEST(Blood, AVolumeIsReadAsItWasWritten) {
    const Grid grid = gappedGrid();
    Mark mark = volumeMark(MarkId{3}, {0, 1, 2, 7, 40, 41, 2400}, grid);
    mark.text = "left";
    const auto read = parseMark(markJson(mark), MarkId{3});
    ASSERT_TRUE(read && read->blood);
    EXPECT_EQ(*read->blood, *mark.blood);
    EXPECT_EQ(read->text, mark.text);
    EXPECT_EQ(read->points, mark.points);
}

TEST(Blood, AVolumeThatCannotBeIsNotRead) {
    const Grid grid = gappedGrid();
    const std::string sound = markJson(volumeMark(MarkId{3}, {5, 6, 9}, grid));
    ASSERT_NE(sound.find("[5,2,9,1]"), std::string::npos) << sound;
    for (const char* wrong : {"[]", "[5,2,6,1]", "[5,0]", "[-1,2]", "[5,4000000000]", "[4294967290,10]",
                              "[\"a\",1]", "[9,1,5,2]"}) {
        std::string text = sound;
        text.replace(text.find("[5,2,9,1]"), 9, wrong);
        EXPECT_FALSE(parseMark(text, MarkId{3})) << wrong;
    }
}

// ---- in the state

TEST(BloodState, WhatIsTakenAwayInASliceCanBeTheLastOfItThere) {
    AppState s = openState();
    const Grid& grid = lead(s).volume->grid();
    const int here = *currentSlice(lead(s));
    const std::uint32_t perSlice = std::uint32_t(grid.voxelsPerSlice());
    const Mark both = volumeMark(MarkId{1}, {here * perSlice + 5, (here + 1) * perSlice + 5}, grid);
    s = reduce(reduce(s, DraftMark{{kLead, both}}), KeepDraft{});
    ASSERT_EQ(select::marksIn(s, kLead).size(), 1u);
    const Mark less = volumeMark(MarkId{1}, {(here + 1) * perSlice + 5}, grid);
    s = reduce(reduce(s, DraftMark{{kLead, less}}), KeepDraft{});
    ASSERT_EQ(marksOf(lead(s)).size(), 1u);
    EXPECT_EQ(marksOf(lead(s))[0].blood->voxels.size(), 1u);
    EXPECT_TRUE(select::marksIn(s, kLead).empty());
    s = reduce(s, UndoMarks{lead(s).id});
    EXPECT_EQ(marksOf(lead(s))[0].blood->voxels.size(), 2u);
}

TEST(BloodState, WhatWasGrownIsChosenAndOneStepToUndoAndTheViewStaysWhereItIs) {
    AppState s = reduce(openState(), ChooseTool{Tool::Volume});
    const ReadingId id = lead(s).id;
    const PatientPoint before = lead(s).look->place;
    s = reduce(s, GrowBlood{id, before});
    EXPECT_TRUE(lead(s).growth.job.isRunning);
    EXPECT_EQ(s.screen.tool, Tool::Window) << "the next click grows nothing";
    const Mark mark = volumeMark(MarkId{7}, {1, 2}, lead(s).volume->grid());
    EXPECT_TRUE(marksOf(lead(reduce(s, BloodGrown{id, lead(s).growth.job.number - 1, mark}))).empty())
        << "an answer to an earlier click";
    s = reduce(s, BloodGrown{id, lead(s).growth.job.number, mark});
    EXPECT_FALSE(lead(s).growth.job.isRunning);
    ASSERT_EQ(marksOf(lead(s)).size(), 1u);
    EXPECT_EQ(s.screen.chosenMark, MarkId{7});
    EXPECT_EQ(lead(s).look->place, before);
    s = reduce(s, UndoMarks{id});
    EXPECT_TRUE(marksOf(lead(s)).empty());
}

TEST(BloodState, LookingForBloodIsToldAndCanBeStopped) {
    AppState s = openState();
    const ReadingId id = lead(s).id;
    EXPECT_FALSE(select::canCancel(s));
    s = reduce(s, GrowBlood{id, lead(s).look->place});
    EXPECT_EQ(select::toldJob(s).stage, say("stage.blood"));
    ASSERT_TRUE(select::canCancel(s));
    const int job = lead(s).growth.job.number;
    s = reduce(s, CancelWork{});
    EXPECT_FALSE(select::toldJob(s).isRunning);
    s = reduce(s, BloodGrown{id, job, volumeMark(MarkId{7}, {1, 2}, lead(s).volume->grid())});
    EXPECT_TRUE(marksOf(lead(s)).empty()) << "it was stopped";
}

TEST(BloodState, WhereNoBloodIsTheReaderIsTold) {
    AppState s = openState();
    const ReadingId id = lead(s).id;
    s = reduce(s, GrowBlood{id, lead(s).look->place});
    s = reduce(s, BloodNotGrown{id, lead(s).growth.job.number, {ErrorCode::NotFound, noneHere(), {}}});
    ASSERT_TRUE(s.notice);
    EXPECT_EQ(s.notice->text, noneHere());
    EXPECT_FALSE(lead(s).growth.job.isRunning);
    EXPECT_TRUE(marksOf(lead(s)).empty());
}

} // namespace
} // namespace hemo
