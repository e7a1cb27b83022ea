#include "core/classify/findings/finding_changes.h"
#include "core/geometry/voxels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace hemo {
namespace {

using Kind = FindingChange::Kind;

Grid headGrid(double lowMm = -60, int slices = 25) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < slices; ++k)
        positions.push_back({-100, -100, lowMm + k * 5.0});
    return Grid(101, 101, {1, 0, 0}, {0, 1, 0}, 2, 2, positions);
}

/// A ball of blood.
Finding ball(const Grid& grid, PatientPoint centre, double radiusMm) {
    Finding finding;
    finding.place = centre;
    BleedOutline outline;
    for (int k = 0; k < grid.slices(); ++k)
        for (std::size_t n = 0; n < grid.voxelsPerSlice(); ++n)
            if (length(grid.toPatient(grid.voxelOfSlice(n, k)) - centre) <= radiusMm) {
                outline.voxels.push_back(static_cast<std::uint32_t>(k * grid.voxelsPerSlice() + n));
                outline.volumeMl += voxelVolumeMl(grid, k);
            }
    finding.outline = outline;
    return finding;
}

const Grid kNow = headGrid(), kBefore = headGrid(-400 - 60);
/// The head lay elsewhere and turned.
const RigidTransform kToBefore =
    rigidAbout({}, rotationAbout({0, 0, 1}, 10 * std::numbers::pi / 180), {5, -8, -400});

std::vector<FindingChange> changesOf(const Findings& now, const Findings& before) {
    return compareFindings({now, kNow}, {before, kBefore}, kToBefore).each;
}

TEST(FindingChanges, TheSameBleedInAHeadThatLayElsewhereIsAboutAsLarge) {
    const PatientPoint place{30, -10, 20};
    const auto changes = changesOf({ball(kNow, place, 16)}, {ball(kBefore, kToBefore.apply(place), 16)});
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].kind, Kind::AboutAsLarge);
}

TEST(FindingChanges, ALargerBleedSaysByHowManyMillilitres) {
    const PatientPoint place{30, -10, 20};
    const Finding now = ball(kNow, place, 20), before = ball(kBefore, kToBefore.apply(place), 14);
    EXPECT_EQ(changesOf({now}, {before})[0].kind, Kind::Larger);
    EXPECT_NEAR(changesOf({now}, {before})[0].byMl, now.outline->volumeMl - before.outline->volumeMl, 1e-9);
    const auto back = compareFindings({{before}, kBefore}, {{now}, kNow}, kToBefore.inverse()).each;
    EXPECT_EQ(back[0].kind, Kind::Smaller);
}

TEST(FindingChanges, OneThatPointsElsewhereInTheSameBleedIsTheSame) {
    const PatientPoint place{30, -10, 20};
    Finding before = ball(kBefore, kToBefore.apply(place), 22);
    before.place = *before.place + Vec3{0, 20, 0}; // a long bleed, told from its other end
    EXPECT_NE(changesOf({ball(kNow, place, 20)}, {before})[0].kind, Kind::NotSeenBefore);
}

TEST(FindingChanges, ANewBleedAndOneThatIsGoneAreTold) {
    const Findings now{ball(kNow, {30, -10, 20}, 12)},
        before{ball(kBefore, kToBefore.apply(PatientPoint{-40, 20, 0}), 12)};
    const FindingChanges changes = compareFindings({now, kNow}, {before, kBefore}, kToBefore);
    EXPECT_EQ(changes.each[0].kind, Kind::NotSeenBefore);
    EXPECT_EQ(changes.gone, std::vector<std::size_t>{0});
}

TEST(FindingChanges, WhereNothingWasScannedOrJudgedNothingIsCalledNew) {
    const Findings now{ball(kNow, {30, -10, 50}, 8)}, nothing;
    const Grid low = headGrid(-460, 12); // ends below it
    EXPECT_EQ(compareFindings({now, kNow}, {nothing, low}, kToBefore).each[0].kind, Kind::NotScanned);
    EXPECT_EQ(compareFindings({now, kNow}, {nothing, kBefore, false}, kToBefore).each[0].kind,
              Kind::NotScanned);
    EXPECT_EQ(compareFindings({now, kNow}, {nothing, kBefore, true}, kToBefore).each[0].kind,
              Kind::NotSeenBefore);
}

TEST(FindingChanges, TwoBleedsThatRanTogetherAreComparedWithTheirSum) {
    const PatientPoint a{30, -20, 20}, b{30, 10, 20};
    const Findings before{ball(kBefore, kToBefore.apply(a), 14), ball(kBefore, kToBefore.apply(b), 14)};
    const Finding now = ball(kNow, {30, -5, 20}, 22);
    const auto changes = changesOf({now}, before);
    const double sum = before[0].outline->volumeMl + before[1].outline->volumeMl;
    EXPECT_EQ(changes[0].kind, Kind::Larger);
    EXPECT_NEAR(changes[0].byMl, now.outline->volumeMl - sum, 1e-9);
}

TEST(FindingChanges, NoVolumeIsToldOfWhatWasNotMeasuredAsAWhole) {
    const PatientPoint place{30, -10, 20};
    Finding before = ball(kBefore, kToBefore.apply(place), 10);
    before.outline->isWhole = false;
    EXPECT_EQ(changesOf({ball(kNow, place, 20)}, {before})[0].kind, Kind::ThereBefore);
    before.outline.reset();
    EXPECT_EQ(changesOf({ball(kNow, place, 20)}, {before})[0].kind, Kind::ThereBefore);
}

} // namespace
} // namespace hemo
