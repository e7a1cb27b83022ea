#include "ml/reader/picture/resample_plane.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

Plane ramp(int width, int height) {
    Plane plane(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            plane.at(x, y) = float(3 * x + 10 * y);
    return plane;
}

TEST(ResamplePlane, SameSizeIsTheSamePicture) {
    const Plane plane = ramp(7, 5);
    EXPECT_EQ(resamplePlane(plane, AxisMap::fit(7, 7), 7, AxisMap::fit(5, 5), 5, 0), plane);
}

TEST(ResamplePlane, ANegativeStepTurnsTheAxisRound) {
    const Plane plane = ramp(7, 5);
    const Plane turned = resamplePlane(plane, {6, -1}, 7, {0, 1}, 5, 0);
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 7; ++x)
            EXPECT_EQ(turned.at(x, y), plane.at(6 - x, y));
}

TEST(ResamplePlane, ARampStaysARampInAnySize) {
    const Plane plane = ramp(40, 40);
    for (const int size : {13, 20, 40, 77}) {
        const AxisMap map = AxisMap::fit(40, size);
        const Plane other = resamplePlane(plane, map, size, map, size, 0);
        for (int n = size / 4; n < size * 3 / 4; ++n)
            EXPECT_NEAR(other.at(n, n), 13 * (map.first + n * map.step), 0.2) << size;
    }
}

TEST(ResamplePlane, ShrinkingAveragesInsteadOfSkipping) {
    Plane stripes(64, 64);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; x += 2)
            stripes.at(x, y) = 1;
    const AxisMap quarter = AxisMap::fit(64, 16);
    const Plane small = resamplePlane(stripes, quarter, 16, quarter, 16, 0);
    for (int n = 2; n < 14; ++n)
        EXPECT_NEAR(small.at(n, n), 0.5, 0.01);
}

TEST(ResamplePlane, BeyondTheSourceIsWhatIsOutside) {
    const Plane plane(4, 4, 1);
    const Plane wide = resamplePlane(plane, {-8, 1}, 20, {0, 1}, 4, -5);
    EXPECT_EQ(wide.at(0, 2), -5);
    EXPECT_EQ(wide.at(8, 2), 1);
    EXPECT_EQ(wide.at(11, 2), 1);
    EXPECT_EQ(wide.at(12, 2), -5);
    EXPECT_EQ(wide.at(19, 2), -5);
}

} // namespace
} // namespace hemo::ml
