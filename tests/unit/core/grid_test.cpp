#include "made_volumes.h"

#include <gtest/gtest.h>

#include <random>

namespace hemo {
namespace {

using testing::tiltedGrid;
using testing::uprightGrid;

void expectNear(PatientPoint a, PatientPoint b, double tolerance = 1e-9) {
    EXPECT_NEAR(a.x, b.x, tolerance);
    EXPECT_NEAR(a.y, b.y, tolerance);
    EXPECT_NEAR(a.z, b.z, tolerance);
}

TEST(Grid, PatientAndVoxelSpaceAreInverseForRandomGeometries) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> unit(-1, 1);
    for (int round = 0; round < 300; ++round) {
        const Vec3 row = normalized({unit(random), unit(random), unit(random)});
        const Vec3 helper{unit(random), unit(random), unit(random)};
        const Vec3 column = normalized(cross(cross(row, helper), row));
        const Vec3 normal = cross(row, column);
        std::vector<PatientPoint> positions{{unit(random) * 100, unit(random) * 100, unit(random) * 100}};
        for (int k = 1; k < 12; ++k) // uneven steps that lean
            positions.push_back(positions.back() + normal * (1 + 4 * std::abs(unit(random))) +
                                column * unit(random));
        const Grid grid(30, 40, row, column, 0.5, 0.7, positions);
        const VoxelIndex v{15 + unit(random) * 20, 20 + unit(random) * 25, 5.5 + unit(random) * 8};
        const VoxelIndex back = grid.toVoxel(grid.toPatient(v));
        EXPECT_NEAR(back.i, v.i, 1e-6);
        EXPECT_NEAR(back.j, v.j, 1e-6);
        EXPECT_NEAR(back.k, v.k, 1e-6);
    }
}

TEST(Grid, FirstVoxelOfASliceIsItsImagePositionPatient) {
    const Grid grid = tiltedGrid(15);
    for (int k = 0; k < grid.slices(); ++k)
        expectNear(grid.toPatient({0, 0, double(k)}), grid.slicePositions()[k]);
}

TEST(Grid, TiltIsMeasuredFromPositionsWithItsSign) {
    EXPECT_NEAR(std::abs(tiltedGrid(18.5).tiltDegrees()), 18.5, 1e-6);
    EXPECT_NEAR(tiltedGrid(18.5).tiltDegrees(), -tiltedGrid(-18.5).tiltDegrees(), 1e-9);
    EXPECT_EQ(uprightGrid().tiltDegrees(), 0);
    EXPECT_TRUE(uprightGrid().isRegular());
    EXPECT_FALSE(tiltedGrid(2).isRegular());
}

TEST(Grid, PointsOutsideAreNotContained) {
    const Grid grid = uprightGrid();
    EXPECT_TRUE(grid.contains(grid.centre()));
    EXPECT_TRUE(grid.contains(grid.toPatient({-0.49, 0, 0})));
    EXPECT_FALSE(grid.contains(grid.toPatient({-0.51, 0, 0})));
    EXPECT_FALSE(grid.contains(grid.toPatient({0, 0, 9.51})));
}

TEST(Grid, NearestSliceGoesByDistanceAlongTheNormal) {
    const Grid grid = uprightGrid();
    EXPECT_EQ(grid.nearestSlice({0, 0, -1000}), 0);
    EXPECT_EQ(grid.nearestSlice({0, 0, 1000}), 9);
    EXPECT_EQ(grid.nearestSlice({500, 0, -20 + 12.4}), 2);
    EXPECT_EQ(grid.nearestSlice({500, 0, -20 + 12.6}), 3);
}

Grid withSteps(const std::vector<double>& steps) {
    std::vector<PatientPoint> positions{{0, 0, 0}};
    for (const double s : steps)
        positions.push_back({0, 0, positions.back().z + s});
    return Grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
}

TEST(Grid, SmallDifferencesThatAddUpAreNotRegular) {
    std::vector<double> steps;
    for (int k = 0; k < 300; ++k)
        steps.push_back(k < 150 ? 1.0 : 1.008); // each within 1 %, together 1.2 mm
    EXPECT_FALSE(withSteps(steps).isRegular());
    EXPECT_TRUE(withSteps(std::vector<double>(300, 1.0)).isRegular());
}

TEST(FindGaps, MissingSliceIsFoundWhereItIs) {
    const auto gaps = findGaps(withSteps({5, 5, 5, 10, 5, 5}));
    ASSERT_EQ(gaps.size(), 1u);
    EXPECT_EQ(gaps[0], (Gap{3, 5, 10}));
}

TEST(FindGaps, MissingLastButOneSliceIsFound) {
    const auto gaps = findGaps(withSteps({5, 5, 5, 5, 10}));
    ASSERT_EQ(gaps.size(), 1u);
    EXPECT_EQ(gaps[0].after, 4);
}

TEST(FindGaps, ChangeOfSliceThicknessIsNoGap) {
    EXPECT_TRUE(findGaps(withSteps({4.22, 4.22, 4.22, 4.22, 1.14, 7.38, 7.38, 7.38, 7.38})).empty());
    EXPECT_TRUE(findGaps(withSteps({5, 5, 5, 5, 10, 10, 10, 10})).empty());
}

TEST(FindGaps, SingleSliceHasNone) {
    EXPECT_TRUE(findGaps(withSteps({})).empty());
}

} // namespace
} // namespace hemo
