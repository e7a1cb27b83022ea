// The canthomeatal plane of a real head in true HU: gantry tilt, three spacings, turned to its left.

#include "core/anatomy/canthomeatal.h"
#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

/// Within 3 mm in the slice, a slice up or down: as places are told from pictures by eye.
void expectAt(const Grid& grid, PatientPoint place, VoxelIndex seen) {
    const VoxelIndex found = grid.toVoxel(place);
    constexpr double kPixels = 6, kSlices = 1;
    EXPECT_NEAR(found.i, seen.i, kPixels);
    EXPECT_NEAR(found.j, seen.j, kPixels);
    EXPECT_NEAR(found.k, seen.k, kSlices);
}

TEST(CanthomeatalRealData, LandmarksLieWhereTheyAreSeen) {
    HEMO_NEEDS_SHARED_DATA();
    const VolumePtr volume = loadOnly(sharedDicom() / "ge-head-tilt");
    ASSERT_TRUE(volume);
    const auto plane = canthomeatalPlane(*volume);
    ASSERT_TRUE(plane);
    ASSERT_TRUE(plane->leftMeatus && plane->rightMeatus);
    const Grid& grid = volume->grid();
    expectAt(grid, *plane->leftMeatus, {373, 245, 4});
    expectAt(grid, *plane->rightMeatus, {137, 299, 6});
    expectAt(grid, plane->leftRim, {326, 104, 4.3});
    expectAt(grid, plane->rightRim, {118, 147, 5.2});
    EXPECT_LT(plane->offMm, 2);
    EXPECT_LT(plane->turnedDegrees, 8) << "the gantry was tilted to follow this very line";
}

} // namespace
} // namespace hemo::testing
