#include "core/geometry/voxel_rim.h"
#include "core/geometry/voxels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

/// Slices 5 mm apart with pixels of 1 x 2 mm, a gap after the fourth, leaning by `lean` towards posterior.
Grid gridLeaning(double lean) {
    std::vector<PatientPoint> positions;
    for (const double z : {0.0, 5.0, 10.0, 15.0, 40.0, 45.0, 50.0})
        positions.push_back({0, z * std::tan(lean), z});
    return {20, 20, {1, 0, 0}, {0, 1, 0}, 1, 2, positions};
}

/// A block of voxels.
std::vector<std::uint32_t> block(const Grid& grid, int i0, int i1, int j0, int j1, int k0, int k1) {
    std::vector<std::uint32_t> voxels;
    for (int k = k0; k <= k1; ++k)
        for (int j = j0; j <= j1; ++j)
            for (int i = i0; i <= i1; ++i)
                voxels.push_back(static_cast<std::uint32_t>((k * grid.rows() + j) * grid.columns() + i));
    return voxels;
}

double lengthOf(const std::vector<RimLine>& rim) {
    double sum = 0;
    for (const RimLine& line : rim)
        sum += length(line.to - line.from);
    return sum;
}

struct Box {
    PatientPoint low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
};
Box boxOf(const std::vector<RimLine>& rim) {
    Box box;
    for (const RimLine& line : rim)
        for (const PatientPoint& p : {line.from, line.to}) {
            box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y), std::min(box.low.z, p.z)};
            box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y), std::max(box.high.z, p.z)};
        }
    return box;
}

TEST(VoxelRim, InAnAcquiredSliceIsTheEdgesOfItsPixels) {
    for (const double lean : {0.0, 0.3}) {
        const Grid grid = gridLeaning(lean);
        auto voxels = block(grid, 4, 9, 5, 6, 1, 2);
        voxels.erase(voxels.begin() + 3); // a notch
        const auto rim = rimInPlane(voxels, grid, grid.toPatient({0, 0, 1}), grid.normal());
        const auto edges = edgesInSlice(voxels, grid, 1);
        EXPECT_EQ(rim.size(), edges.size());
        double expected = 0;
        for (const VoxelEdge& edge : edges)
            expected += length(grid.toPatient(edge.to) - grid.toPatient(edge.from));
        EXPECT_NEAR(lengthOf(rim), expected, 1e-9);
        for (const RimLine& line : rim)
            EXPECT_NEAR(line.from.z, 5, 1e-9);
    }
}

TEST(VoxelRim, AcrossTheSlicesReachesHalfWayToTheNeighboursAndNotIntoAGap) {
    const Grid grid = gridLeaning(0);
    const auto voxels = block(grid, 4, 9, 5, 6, 2, 3); // up to the gap
    const auto coronal = rimInPlane(voxels, grid, {0, 11, 0}, {0, 1, 0});
    const Box box = boxOf(coronal);
    EXPECT_NEAR(box.low.x, 3.5, 1e-9);
    EXPECT_NEAR(box.high.x, 9.5, 1e-9);
    EXPECT_NEAR(box.low.z, 7.5, 1e-9);
    EXPECT_NEAR(box.high.z, 17.5, 1e-9) << "not into the gap";
    EXPECT_NEAR(lengthOf(coronal), 2 * (6 + 10), 1e-9);
    EXPECT_TRUE(rimInPlane(voxels, grid, {0, 14, 0}, {0, 1, 0}).empty());
    EXPECT_TRUE(isCut(voxels, grid, {0, 11, 0}, {0, 1, 0}));
    EXPECT_FALSE(isCut(voxels, grid, {0, 14, 0}, {0, 1, 0}));
    EXPECT_FALSE(isCut({}, grid, {0, 11, 0}, {0, 1, 0}));
}

TEST(VoxelRim, OfAnObliquePlaneIsClosedAndLiesInIt) {
    for (const double lean : {0.0, 0.3}) {
        const Grid grid = gridLeaning(lean);
        const auto voxels = block(grid, 3, 15, 3, 15, 0, 3);
        const Vec3 normal = normalized({0.3, 0.8, 0.52});
        const PatientPoint through = grid.toPatient({9, 9, 1.5});
        const auto rim = rimInPlane(voxels, grid, through, normal);
        ASSERT_GT(rim.size(), 10u);
        for (const RimLine& line : rim) {
            EXPECT_NEAR(dot(line.from - through, normal), 0, 1e-9);
            for (const PatientPoint& end : {line.from, line.to}) {
                const auto others = std::ranges::count_if(rim, [&](const RimLine& other) {
                    return length(other.from - end) < 1e-6 || length(other.to - end) < 1e-6;
                });
                EXPECT_GE(others, 2) << "an end that nothing goes on from";
            }
        }
    }
}

TEST(VoxelRim, OfASingleSliceIsItsPixels) {
    const Grid grid(20, 20, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 7}});
    const std::vector<std::uint32_t> voxels{21, 22};
    EXPECT_EQ(rimInPlane(voxels, grid, {0, 0, 7}, {0, 0, 1}).size(), 6u);
}

} // namespace
} // namespace hemo
