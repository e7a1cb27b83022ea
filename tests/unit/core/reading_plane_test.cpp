#include "made_volumes.h"

#include "core/geometry/reading_plane.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using namespace testing;

TEST(ReadingPlane, OfTheAcquisitionIsTheSlicesThemselves) {
    const Grid tilted = tiltedGrid(18.5);
    EXPECT_TRUE(isNative(ReadingPlane::native(), tilted));
    EXPECT_TRUE(isNative(ReadingPlane::along(ViewAxis::Axial), tilted));
    EXPECT_FALSE(isNative(ReadingPlane::along(ViewAxis::Coronal), tilted));
    EXPECT_EQ(frameOf(ReadingPlane::native(), tilted), viewFrame(tilted, ViewAxis::Axial));
}

TEST(ReadingPlane, AnyFrameInPatientSpaceCanBeLookedAtAndScrolled) {
    const Grid grid = uprightGrid(30, 3);
    const double a = 25 * std::numbers::pi / 180;
    const ReadingPlane plane = ReadingPlane::oblique({{1, 0, 0}, {0, std::cos(a), -std::sin(a)}});
    ASSERT_FALSE(isNative(plane, grid));
    EXPECT_FALSE(axisOf(plane, grid));
    const PatientPoint place = grid.centre();
    const PicturePlane picture = pictureOf(plane, grid, place, {2, 5, -3}, 300, 200);
    EXPECT_NEAR(picture.distanceMm(place), 0, 1e-9);
    EXPECT_EQ(picture.right, plane.frame.right);
    const SliceSteps steps = stepsOf(plane, grid, place);
    EXPECT_GT(steps.count, 5);
    for (const int index : {0, steps.count / 2, steps.count - 1}) {
        const PatientPoint there = placeAtStep(plane, grid, place, index);
        EXPECT_EQ(stepsOf(plane, grid, there).index, index);
        EXPECT_NEAR(picture.toPicture(there).x, picture.toPicture(place).x, 1e-9)
            << "straight across the plane";
        EXPECT_NEAR(picture.toPicture(there).y, picture.toPicture(place).y, 1e-9);
    }
    const PatientPoint up = placeAtStep(plane, grid, place, steps.count - 1);
    EXPECT_GT(up.z, place.z) << "more is further superior";
}

} // namespace
} // namespace hemo
