#include "core/imaging/filter/register_heads.h"
#include "tests/support/posed_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>
#include <ostream>

namespace hemo::testing {
namespace {

using imaging::HeadFit;
using imaging::registerHeads;

RigidTransform pose(Vec3 axis, double degrees, Vec3 shiftMm) {
    return rigidAbout({}, rotationAbout(axis, degrees * std::numbers::pi / 180), shiftMm);
}

/// The farthest that any place of the brain is laid from where it is.
double worstMm(const HeadFit& fit, const PosedHead& fixed, const PosedHead& moving) {
    double worst = 0;
    for (const PatientPoint& place : brainPlaces())
        worst = std::max(worst,
                         length(fit.fixedToMoving.apply(fixed.pose.apply(place)) - moving.pose.apply(place)));
    return worst;
}

PosedHead thick(unsigned noiseSeed = 1) {
    PosedHead head;
    head.noiseSeed = noiseSeed;
    return head;
}

PosedHead thin(unsigned noiseSeed = 1) {
    PosedHead head = thick(noiseSeed);
    head.sliceMm = 1.5;
    head.slices = 96;
    return head;
}

void expectWithin(double mostMm, const PosedHead& fixed, const PosedHead& moving) {
    const auto fit = registerHeads(posedHead(fixed), posedHead(moving), {});
    ASSERT_TRUE(fit) << fit.error().message;
    const double worst = worstMm(*fit, fixed, moving);
    EXPECT_LT(worst, mostMm) << "likeness " << fit->likeness << " overlap " << fit->overlap;
    EXPECT_GT(fit->likeness, 0.9);
    ::testing::Test::RecordProperty("worst_mm", std::to_string(worst));
    std::cout << "worst " << worst << " mm, likeness " << fit->likeness << ", overlap " << fit->overlap
              << "\n";
}

TEST(RegisterHeads, AHeadThatDidNotMoveStaysWhereItIs) {
    expectWithin(1, thick(1), thick(2));
}

TEST(RegisterHeads, ThickSlicesTurnedAndShiftedAreWithinAMillimetreEverywhereInTheBrain) {
    PosedHead moving = thick(2);
    moving.pose = pose({0.3, -0.2, 1}, 15, {12, -20, 18}); // 30 mm
    expectWithin(1, thick(1), moving);
    moving.pose = pose({1, 0.1, -0.2}, -15, {-8, 10, -25});
    moving.seed = 3; // another head's furrows and thickness
    PosedHead fixed = thick(1);
    fixed.seed = 3;
    expectWithin(1, fixed, moving);
}

TEST(RegisterHeads, ThinSlicesAreWithinHalfAMillimetre) {
    PosedHead moving = thin(2);
    moving.pose = pose({-0.5, 1, 0.4}, 15, {-20, 15, 10});
    moving.bleedRadiusMm = 20;
    expectWithin(0.5, thin(1), moving);
}

TEST(RegisterHeads, BloodThatIsNewDoesNotPullTheHead) {
    PosedHead moving = thick(2);
    moving.pose = pose({0, 0.4, 1}, -12, {15, 15, -20});
    moving.bleedRadiusMm = 24; // 58 ml
    expectWithin(1, thick(1), moving);
}

TEST(RegisterHeads, AHeadCutAtTheEdgeFitsWhereItIsSeen) {
    PosedHead moving = thick(2);
    moving.pose = pose({0.1, 0.2, 1}, 10, {20, -15, 10});
    moving.fieldShiftMm = {-50, 0, 35}; // the left side and the base are missing
    expectWithin(1, thick(1), moving);
}

TEST(RegisterHeads, ATiltedGantryIsNoTurnedHead) {
    PosedHead moving = thick(2);
    moving.tiltDegrees = 18;
    moving.pose = pose({1, 0, 0}, 5, {4, 5, 6});
    expectWithin(1, thick(1), moving);
}

TEST(RegisterHeads, TheSameScansGiveTheSameAnswerToTheBit) {
    PosedHead moving = thick(2);
    moving.pose = pose({0, 0, 1}, 9, {5, 5, 5});
    const VolumePtr a = posedHead(thick(1)), b = posedHead(moving);
    const auto first = registerHeads(a, b, {}), second = registerHeads(a, b, {});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->fixedToMoving, second->fixedToMoving);
    EXPECT_EQ(first->likeness, second->likeness);
}

TEST(RegisterHeads, WhatIsNoHeadIsRefused) {
    const Grid grid(64, 64, {1, 0, 0}, {0, 1, 0}, 3, 3,
                    {{0, 0, 0}, {0, 0, 5}, {0, 0, 10}, {0, 0, 15}, {0, 0, 20}});
    const auto air =
        std::make_shared<const Volume>(grid, std::vector<std::int16_t>(grid.voxelCount(), -1000), "1");
    const auto fit = registerHeads(air, posedHead(thick()), {});
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, ErrorCode::Unsupported);
}

TEST(RegisterHeads, StopsWhenAskedAndSaysHowFarItIs) {
    const VolumePtr head = posedHead(thick());
    std::stop_source stop;
    double last = 0;
    const TaskContext context(stop.get_token(), [&](double fraction, const Message&) {
        EXPECT_GE(fraction, last);
        EXPECT_LE(fraction, 1);
        last = fraction;
        if (fraction > 0.5) stop.request_stop();
    });
    const auto fit = registerHeads(head, head, context);
    ASSERT_FALSE(fit);
    EXPECT_EQ(fit.error().code, ErrorCode::Cancelled);
    EXPECT_GT(last, 0.5);
}

} // namespace
} // namespace hemo::testing
