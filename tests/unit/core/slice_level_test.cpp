#include "made_volumes.h"

#include "core/geometry/slice_level.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using testing::gridWithGap;
using testing::tiltedGrid;
using testing::uprightGrid;

TEST(MissedLevel, ASliceReachesHalfAStepToEitherSide) {
    const Grid grid = uprightGrid(); // z = -20 .. 25
    for (const double z : {-22.4, -20., 0., 1.2, 25., 27.4})
        EXPECT_FALSE(missedLevel(grid, {0, 0, z})) << z;
    for (const double z : {-22.6, 27.6, 90.})
        EXPECT_TRUE(missedLevel(grid, {0, 0, z})) << z;
}

TEST(MissedLevel, SaysWhereTheNearestSliceLies) {
    const auto above = missedLevel(uprightGrid(), {3, 4, 45});
    ASSERT_TRUE(above);
    EXPECT_EQ(above->nearestSlice, 9);
    EXPECT_NEAR(above->toNearest.z, -20, 1e-9) << "it lies below, towards the feet";
    const auto inGap = missedLevel(gridWithGap(), {3, 4, 22});
    ASSERT_TRUE(inGap);
    EXPECT_EQ(inGap->nearestSlice, 3);
    EXPECT_NEAR(inGap->toNearest.z, -7, 1e-9);
}

TEST(MissedLevel, AGapIsMissedAndTheSlicesBesideItAreNot) {
    const Grid grid = gridWithGap();
    EXPECT_FALSE(missedLevel(grid, {0, 0, 17.4}));
    EXPECT_TRUE(missedLevel(grid, {0, 0, 17.6}));
    EXPECT_TRUE(missedLevel(grid, {0, 0, 32.4}));
    EXPECT_FALSE(missedLevel(grid, {0, 0, 32.6}));
}

TEST(MissedLevel, BesideThePictureIsStillTheLevel) {
    EXPECT_FALSE(missedLevel(uprightGrid(), {4000, -4000, 0}));
}

TEST(MissedLevel, TiltedSlicesHaveTheirLevelAlongTheirNormal) {
    const Grid grid = tiltedGrid(20);
    const PatientPoint onSlice = grid.toPatient({3, 15, 9});
    EXPECT_FALSE(missedLevel(grid, onSlice));
    EXPECT_TRUE(missedLevel(grid, onSlice + grid.normal() * 3));
    EXPECT_FALSE(missedLevel(grid, onSlice + grid.normal() * 2));
}

TEST(SliceBeyond, IsTheFirstOnThatSideAndTheLastAtTheEnd) {
    const Grid grid = gridWithGap();
    EXPECT_EQ(sliceBeyond(grid, {0, 0, 20}, Along::Up), 4);
    EXPECT_EQ(sliceBeyond(grid, {0, 0, 20}, Along::Down), 3);
    EXPECT_EQ(sliceBeyond(grid, {0, 0, 80}, Along::Down), 7);
    EXPECT_EQ(sliceBeyond(grid, {0, 0, 80}, Along::Up), 7);
    EXPECT_EQ(sliceBeyond(grid, {0, 0, -80}, Along::Up), 0);
    EXPECT_EQ(sliceBeyond(grid, grid.toPatient({0, 0, 2}), Along::Up), 3) << "on a slice: not that one";
}

TEST(PlanesDiffer, IsTheAngleBetweenTheSlicesHoweverTheyAreOrdered) {
    EXPECT_NEAR(planesDifferDegrees(uprightGrid(), uprightGrid(4, 1)), 0, 1e-6);
    EXPECT_NEAR(planesDifferDegrees(uprightGrid(), tiltedGrid(-18.5)), 18.5, 1e-6);
    EXPECT_NEAR(planesDifferDegrees(tiltedGrid(10), tiltedGrid(-18.5)), 28.5, 1e-6);
    const Grid headFirst(20, 16, {1, 0, 0}, {0, -1, 0}, 10, 10, {{0, 0, 0}, {0, 0, -5}});
    EXPECT_NEAR(planesDifferDegrees(uprightGrid(), headFirst), 0, 1e-6);
    const Grid coronal(20, 16, {1, 0, 0}, {0, 0, -1}, 10, 10, {{0, 0, 0}, {0, 5, 0}});
    EXPECT_NEAR(planesDifferDegrees(uprightGrid(), coronal), 90, 1e-6);
}

} // namespace
} // namespace hemo
