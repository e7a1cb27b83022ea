#include "core/anatomy/ellipse.h"
#include "core/anatomy/missing_bone.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace hemo {
namespace {

using namespace raster;

constexpr int kSide = 200; // mm

/// Places along an ellipse of 85 by 65 mm that is turned and lies off the middle, `openDegrees` left out.
std::vector<Point2> arc(double openDegrees) {
    std::vector<Point2> places;
    for (double degrees = openDegrees / 2; degrees < 360 - openDegrees / 2; degrees += 0.25) {
        const double angle = degrees * std::numbers::pi / 180, turn = 0.3;
        const double x = 65 * std::cos(angle), y = 85 * std::sin(angle);
        places.push_back(
            {97 + x * std::cos(turn) - y * std::sin(turn), 104 + x * std::sin(turn) + y * std::cos(turn)});
    }
    return places;
}

Mask boneAlong(const std::vector<Point2>& places) {
    Mask bone = emptyMask({kSide, kSide});
    for (const Point2 p : places)
        bone.set[static_cast<std::size_t>(std::lround(p.y) * kSide + std::lround(p.x))] = 1;
    return bone;
}

TEST(Ellipse, IsFoundFromTwoThirdsOfIt) {
    const auto ellipse = fitEllipse(arc(120));
    ASSERT_TRUE(ellipse);
    EXPECT_NEAR(ellipse->centre.x, 97, 1e-3);
    EXPECT_NEAR(ellipse->centre.y, 104, 1e-3);
    EXPECT_NEAR(ellipse->radius(0.3), 65, 1e-3);
    EXPECT_NEAR(ellipse->radius(0.3 + std::numbers::pi / 2), 85, 1e-3);
}

TEST(Ellipse, ALineIsNone) {
    std::vector<Point2> places;
    for (int n = 0; n < 50; ++n)
        places.push_back({double(n), 2.0 * n});
    EXPECT_FALSE(fitEllipse(places));
    EXPECT_FALSE(fitEllipse({}));
}

TEST(MissingBone, IsDrawnWhereItWasAndNowhereElse) {
    const auto whole = arc(0);
    const Mask bone = boneAlong(arc(90)), missing = missingBone(bone, {});
    int drawn = 0;
    for (std::size_t n = 0; n < missing.set.size(); ++n) {
        if (!missing.set[n]) continue;
        const Point2 p{double(n % kSide), double(n / kSide)};
        double nearest = 1e9;
        for (const Point2 w : whole)
            nearest = std::min(nearest, distance(p, w));
        EXPECT_LT(nearest, 2);
        ++drawn;
    }
    EXPECT_GT(drawn, 90) << "mm of an arc of about 120";
}

TEST(MissingBone, OfMoreThanTheLargestFlapIsNotGuessed) {
    EXPECT_EQ(missingBone(boneAlong(arc(150)), {}).count(), 0);
    EXPECT_EQ(missingBone(emptyMask({kSide, kSide}), {}).count(), 0);
}

} // namespace
} // namespace hemo
