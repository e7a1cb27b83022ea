#include "core/geometry/voxels.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

TEST(Voxels, OneReachesHalfWayToItsNeighboursAndNotIntoAGap) {
    std::vector<PatientPoint> positions;
    for (const double z : {0.0, 5.0, 10.0, 15.0, 40.0, 45.0, 50.0, 60.0})
        positions.push_back({0, 0, z});
    const Grid grid(10, 10, {1, 0, 0}, {0, 1, 0}, 1, 2, positions);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 1), 0.010);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 0), 0.010);
    EXPECT_DOUBLE_EQ(voxelVolumeMl(grid, 3), 0.010) << "beside the gap";
}

TEST(VoxelEdges, AreTheRimOfTheVoxelsInThatSliceAlone) {
    std::vector<PatientPoint> positions{{0, 0, 0}, {0, 0, 5}};
    const Grid grid(4, 3, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const std::vector<std::uint32_t> voxels{
        5, 6, 12}; // two side by side in the first slice, a corner in the second
    EXPECT_EQ(edgesInSlice(voxels, grid, 0).size(), 6);
    EXPECT_EQ(inSlice(voxels, grid, 0).size(), 2);
    const auto corner = edgesInSlice(voxels, grid, 1);
    ASSERT_EQ(corner.size(), 4);
    EXPECT_EQ(corner[0], (VoxelEdge{{-0.5, -0.5, 1}, {-0.5, 0.5, 1}}));
}

} // namespace
} // namespace hemo
