#include "core/geometry/rigid_transform.h"

#include <gtest/gtest.h>

#include <numbers>

namespace hemo {
namespace {

constexpr double kRight = std::numbers::pi / 2;
constexpr PatientPoint kPlace{30, -40, 120};

void expectNear(PatientPoint found, PatientPoint expected) {
    EXPECT_NEAR(found.x, expected.x, 1e-9);
    EXPECT_NEAR(found.y, expected.y, 1e-9);
    EXPECT_NEAR(found.z, expected.z, 1e-9);
}

TEST(RigidTransform, WithoutValuesMovesNothing) {
    EXPECT_EQ(RigidTransform{}.apply(kPlace), kPlace);
    EXPECT_EQ(rotationAbout({0, 0, 0}, 1), Rotation{}) << "no axis, no turn";
}

TEST(RigidTransform, TurnsLeftToPosteriorAboutTheLongAxisThenShifts) {
    const RigidTransform t{rotationAbout({0, 0, 3}, kRight), {1, 2, 3}};
    expectNear(t.apply(PatientPoint{10, 0, 5}), {1, 12, 8});
    EXPECT_NEAR(t.apply(Vec3{10, 0, 0}).y, 10, 1e-9) << "a direction is not shifted";
}

TEST(RigidTransform, InverseBringsEveryPointBack) {
    const RigidTransform t{rotationAbout({1, -2, 0.5}, 0.4), {12, -30, 7}};
    expectNear(t.inverse().apply(t.apply(kPlace)), kPlace);
    expectNear(compose(t, t.inverse()).apply(kPlace), kPlace);
}

TEST(RigidTransform, ComposedDoesTheFirstFirst) {
    const RigidTransform turn{rotationAbout({0, 0, 1}, kRight), {}}, shift{{}, {10, 0, 0}};
    expectNear(compose(turn, shift).apply(PatientPoint{1, 0, 0}), {10, 1, 0});
    expectNear(compose(shift, turn).apply(PatientPoint{1, 0, 0}), {0, 11, 0});
    const RigidTransform nod{rotationAbout({1, 0, 0}, kRight), {}};
    expectNear(compose(turn, nod).apply(PatientPoint{1, 0, 0}), {0, 0, 1});
    expectNear(compose(nod, turn).apply(PatientPoint{1, 0, 0}), {0, 1, 0});
}

TEST(RigidTransform, ACentreThatIsTurnedAboutIsOnlyShifted) {
    const RigidTransform t = rigidAbout(kPlace, rotationAbout({1, 1, 0}, 0.3), {0, 0, -4});
    expectNear(t.apply(kPlace), {30, -40, 116});
}

TEST(RigidTransform, AThousandSmallTurnsKeepLengths) {
    const RigidTransform step{rotationAbout({0.2, 1, -0.4}, 0.01), {}};
    RigidTransform all;
    for (int n = 0; n < 1000; ++n)
        all = compose(all, step);
    EXPECT_NEAR(length(all.apply(Vec3{3, 4, 12})), 13, 1e-12);
    EXPECT_NEAR(angleOf(all.rotation), 4 * std::numbers::pi - 10, 1e-9) << "the shorter way round";
}

TEST(RigidTransform, DistanceGrowsWithTheArm) {
    const RigidTransform turn{rotationAbout({0, 0, 1}, 0.01), {}};
    EXPECT_NEAR(distanceMm({}, turn, {100, 0, 50}), 1, 1e-4);
    EXPECT_NEAR(distanceMm({}, turn, {0, 0, 50}), 0, 1e-12);
}

} // namespace
} // namespace hemo
