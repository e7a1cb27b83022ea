#include "core/anatomy/canthomeatal.h"
#include "core/anatomy/ear_canal.h"
#include "tests/support/eared_head.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace hemo {
namespace {

using testing::Canals;
using testing::EaredHead;
using testing::kDrawnMeatus;
using testing::kDrawnRim;
using testing::PosedHead;

constexpr double kRadians = std::numbers::pi / 180;

/// In slices of 2.5 mm from under the ears to over the vault.
PosedHead headTurned(Rotation by = {}, Canals canals = Canals::Both) {
    PosedHead head;
    head.columns = head.rows = 172;
    head.pixelMm = 1.4;
    head.slices = 60;
    head.sliceMm = 2.5;
    head.fieldShiftMm = {0, 0, -25};
    head.pose.rotation = by;
    head.over = EaredHead(canals);
    return head;
}
Rotation pitched(double degrees) {
    return rotationAbout({1, 0, 0}, degrees * kRadians);
}
Rotation rolled(double degrees) {
    return rotationAbout({0, 1, 0}, degrees * kRadians);
}

PatientPoint onTheRight(PatientPoint p) {
    return {-p.x, p.y, p.z};
}

double degreesBetween(Vec3 a, Vec3 b) {
    return std::acos(std::min(1.0, dot(a, b))) / kRadians;
}

/// Across what is drawn, in the head's own space.
Vec3 drawnUp() {
    const Vec3 forward = kDrawnRim - kDrawnMeatus;
    return normalized(Vec3{0, forward.z, -forward.y});
}

void expectDrawnPlane(const std::optional<CanthomeatalPlane>& plane, const RigidTransform& pose) {
    ASSERT_TRUE(plane);
    EXPECT_LT(degreesBetween(plane->up, pose.apply(drawnUp())), 2);
    EXPECT_LT(plane->offMm, 1.5);
    ASSERT_TRUE(plane->leftMeatus && plane->rightMeatus);
    constexpr double kNearMm = 3.5; // slices are 2.5 mm apart
    EXPECT_LT(length(*plane->leftMeatus - pose.apply(kDrawnMeatus)), kNearMm);
    EXPECT_LT(length(*plane->rightMeatus - pose.apply(onTheRight(kDrawnMeatus))), kNearMm);
    EXPECT_LT(length(plane->leftRim - pose.apply(kDrawnRim)), kNearMm);
    EXPECT_LT(length(plane->rightRim - pose.apply(onTheRight(kDrawnRim))), kNearMm);
}

void expectDrawnPlane(const PosedHead& head) {
    expectDrawnPlane(canthomeatalPlane(*posedHead(head)), head.pose);
}

/// The same voxels; slices and columns counted from the other end.
Volume countedBackwards(const Volume& volume) {
    const Grid& grid = volume.grid();
    std::vector<std::int16_t> voxels;
    std::vector<PatientPoint> positions;
    for (int k = grid.slices() - 1; k >= 0; --k) {
        positions.push_back(grid.toPatient({double(grid.columns() - 1), 0, double(k)}));
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = grid.columns() - 1; i >= 0; --i)
                voxels.push_back(volume.at(i, j, k));
    }
    return Volume(Grid(grid.columns(), grid.rows(), -grid.rowDirection(), grid.columnDirection(),
                       grid.columnSpacingMm(), grid.rowSpacingMm(), std::move(positions)),
                  std::move(voxels), volume.seriesInstanceUid());
}

/// Nothing is seen where `isCovered` says so of a voxel.
template <class IsCovered> Volume covered(const Volume& volume, IsCovered isCovered) {
    const Grid& grid = volume.grid();
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    for (std::size_t v = 0; v < voxels.size(); ++v) {
        const std::size_t n = v % grid.voxelsPerSlice();
        if (isCovered(grid.toPatient(grid.voxelOfSlice(n, int(v / grid.voxelsPerSlice())))))
            voxels[v] = kOutsideHu;
    }
    return Volume(grid, std::move(voxels), volume.seriesInstanceUid());
}

TEST(Canthomeatal, PlaneOfAnUprightHeadIsWhereItIsDrawn) {
    expectDrawnPlane(headTurned());
}

TEST(Canthomeatal, PlaneTurnsWithAHeadThatNodsEitherWay) {
    expectDrawnPlane(headTurned(pitched(15)));
    expectDrawnPlane(headTurned(pitched(-15)));
}

TEST(Canthomeatal, PlaneLeansWithAHeadThatLeansToEitherSide) {
    expectDrawnPlane(headTurned(rolled(8)));
    expectDrawnPlane(headTurned(rolled(-8)));
}

TEST(Canthomeatal, PlaneIsFoundInAHeadThatLooksToASide) {
    expectDrawnPlane(headTurned(rotationAbout({0, 0, 1}, 20 * kRadians)));
}

TEST(Canthomeatal, TiltedSlicesAreNoTiltedHead) {
    PosedHead head = headTurned();
    head.tiltDegrees = 15;
    const auto plane = canthomeatalPlane(*posedHead(head));
    expectDrawnPlane(plane, head.pose);
    EXPECT_NEAR(plane->turnedDegrees, 17, 3) << "from the slices, which lean the other way";
}

TEST(Canthomeatal, ThickSlicesWillDo) {
    PosedHead head = headTurned();
    head.sliceMm = 5;
    head.slices = 30;
    const auto plane = canthomeatalPlane(*posedHead(head));
    ASSERT_TRUE(plane);
    EXPECT_LT(degreesBetween(plane->up, drawnUp()), 3);
}

TEST(Canthomeatal, LeftStaysLeftInAMirroredStack) {
    const PosedHead head = headTurned();
    expectDrawnPlane(canthomeatalPlane(countedBackwards(*posedHead(head))), head.pose);
}

TEST(Canthomeatal, WithOneFilledCanalTheOtherSayHow) {
    const auto plane = canthomeatalPlane(*posedHead(headTurned({}, Canals::LeftFilled)));
    ASSERT_TRUE(plane);
    EXPECT_FALSE(plane->leftMeatus);
    EXPECT_TRUE(plane->rightMeatus);
    EXPECT_LT(degreesBetween(plane->up, drawnUp()), 2);
}

TEST(Canthomeatal, WithoutAnyCanalOfAirThereIsNone) {
    EXPECT_FALSE(canthomeatalPlane(*posedHead(headTurned({}, Canals::BothFilled))));
}

TEST(Canthomeatal, CellsOfTheMastoidAreNoCanal) {
    PosedHead head = headTurned();
    head.over = [](PatientPoint p, float hu) { // both ends closed by bone, nothing leads outside
        const EaredHead eared(Canals::Both);
        const bool isLid = std::abs(p.x) > 55 && std::abs(p.x) < 58;
        return eared(p, hu) < -500 && isLid ? 900.f : eared(p, hu);
    };
    EXPECT_FALSE(canthomeatalPlane(*posedHead(head)));
}

TEST(Canthomeatal, ScanThatBeginsAboveTheMeatusHasNone) {
    PosedHead head = headTurned();
    head.fieldShiftMm.z = kDrawnMeatus.z + 6 + head.slices * head.sliceMm / 2;
    EXPECT_FALSE(canthomeatalPlane(*posedHead(head)));
}

TEST(Canthomeatal, ScanThatBeginsOrEndsWithinTheOrbitHasNone) {
    PosedHead head = headTurned(pitched(15)); // the orbits lie deeper than the ears
    head.fieldShiftMm.z = -58 + head.slices * head.sliceMm / 2;
    EXPECT_FALSE(canthomeatalPlane(*posedHead(head)));
}

TEST(Canthomeatal, WithOneSideCoveredThereIsNone) {
    const VolumePtr head = posedHead(headTurned());
    EXPECT_FALSE(canthomeatalPlane(covered(*head, [](PatientPoint p) { return p.x > 20 && p.z < 0; })));
    EXPECT_FALSE(canthomeatalPlane(covered(*head, [](PatientPoint p) { return p.x < -20 && p.z < 0; })));
}

TEST(Canthomeatal, WhatThePicturesEdgeCutsOpenIsNeitherCanalNorOrbit) {
    const VolumePtr head = posedHead(headTurned());
    EXPECT_TRUE(canthomeatalPlane(covered(*head, [](PatientPoint p) { return std::abs(p.x) > 80; })));
    EXPECT_FALSE(canthomeatalPlane(covered(*head, [](PatientPoint p) { return std::abs(p.x) > 51; })));
    EXPECT_FALSE(canthomeatalPlane(covered(*head, [](PatientPoint p) { return p.y < -58; })));
}

TEST(Canthomeatal, HeadWhoseSidesDoNotMatchIsRefused) {
    PosedHead head = headTurned();
    head.over = [](PatientPoint p, float hu) { // the left ear 12 mm higher
        return EaredHead(Canals::Both)(p.x > 0 && p.y > -20 ? p - Vec3{0, 0, 12} : p, hu);
    };
    EXPECT_FALSE(canthomeatalPlane(*posedHead(head)));
}

TEST(Canthomeatal, PlaneThatIsTurnedTooFarIsNotBelieved) {
    EXPECT_FALSE(canthomeatalPlane(*posedHead(headTurned(pitched(42)))));
}

TEST(Canthomeatal, NoHeadHasNone) {
    const Grid grid(8, 8, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}, {0, 0, 5}});
    EXPECT_FALSE(canthomeatalPlane(Volume(grid, std::vector<std::int16_t>(grid.voxelCount(), 40), "1")));
    EXPECT_FALSE(canthomeatalPlane(Volume({}, std::vector<std::int16_t>{}, "1")));
}

} // namespace
} // namespace hemo
