#include "core/geometry/voxels.h"
#include "core/imaging/filter/grow_blood.h"
#include "core/marks/blood.h"
#include "core/simulate/phantom.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stop_token>

namespace hemo::imaging {
namespace {

Phantom headWith(BleedType kind, double ml, double noiseHu = 4, double tiltDegrees = 0) {
    PhantomSpec spec;
    spec.columns = spec.rows = 192;
    spec.pixelSpacingMm = 1.2;
    spec.noiseHu = noiseHu;
    spec.tiltDegrees = tiltDegrees;
    spec.bleed = BleedSpec{kind, Side::Left, ml};
    return makePhantom(spec);
}

/// Into the middle of the bleed, as a reader would click.
double grownMl(const Phantom& phantom) {
    const auto voxels = growBlood(phantom.volume, phantom.bleedCentre, BloodLimits{}, TaskContext{});
    EXPECT_TRUE(voxels) << english(voxels.error().message);
    return voxels ? bloodOf(voxels->voxels, phantom.volume->grid()).volumeMl : 0;
}

class GrownBlood : public ::testing::TestWithParam<double> {};

TEST_P(GrownBlood, IsWithinFivePercentOfWhatWasDrawn) {
    const Phantom phantom = headWith(BleedType::Intraparenchymal, GetParam());
    const double error = grownMl(phantom) / phantom.bleedVolumeMl - 1;
    RecordProperty("error_permille", int(error * 1000));
    EXPECT_NEAR(error, 0, 0.05);
}

INSTANTIATE_TEST_SUITE_P(Ml, GrownBlood, ::testing::Values(5, 10, 20, 40, 60));

TEST(GrowBlood, NoiseAndTiltChangeLittle) {
    const Phantom noisy = headWith(BleedType::Intraparenchymal, 20, 12, 15);
    EXPECT_NEAR(grownMl(noisy) / noisy.bleedVolumeMl, 1, 0.1);
}

TEST(GrowBlood, DoesNotRunAlongTheSkullFromBloodThatLiesAtIt) {
    const Phantom phantom = headWith(BleedType::Epidural, 30);
    EXPECT_NEAR(grownMl(phantom) / phantom.bleedVolumeMl, 1, 0.2);
}

TEST(GrowBlood, SaysWhereBloodGoesOnAlongTheBoneTooThinToBeFollowed) {
    const Phantom whole = headWith(BleedType::Intraparenchymal, 20);
    const auto all = growBlood(whole.volume, whole.bleedCentre, BloodLimits{}, TaskContext{});
    ASSERT_TRUE(all);
    EXPECT_FALSE(all->goesOnThin);
    const Phantom crescent = headWith(BleedType::Subdural, 30);
    int grown = 0;
    for (double aside = -40; aside <= 40; aside += 1) { // the crescent's middle lies in the brain
        const PatientPoint at{crescent.bleedCentre.x + aside, crescent.bleedCentre.y, crescent.bleedCentre.z};
        const auto part = growBlood(crescent.volume, at, BloodLimits{}, TaskContext{});
        if (!part) continue;
        ++grown;
        EXPECT_TRUE(part->goesOnThin) << bloodOf(part->voxels, crescent.volume->grid()).volumeMl;
    }
    EXPECT_GT(grown, 0);
}

TEST(GrowBlood, BrainAirAndBoneAreNone) {
    const Phantom phantom = headWith(BleedType::Intraparenchymal, 20);
    const PatientPoint brain{-40, 0, 20}, air{-110, -110, 20};
    for (const PatientPoint& place : {brain, air}) {
        const auto voxels = growBlood(phantom.volume, place, BloodLimits{}, TaskContext{});
        ASSERT_FALSE(voxels);
        EXPECT_EQ(voxels.error().code, ErrorCode::NotFound);
    }
}

TEST(GrowBlood, CanBeStopped) {
    const Phantom phantom = headWith(BleedType::Intraparenchymal, 20);
    std::stop_source stop;
    stop.request_stop();
    const auto voxels =
        growBlood(phantom.volume, phantom.bleedCentre, BloodLimits{}, TaskContext(stop.get_token()));
    ASSERT_FALSE(voxels);
    EXPECT_EQ(voxels.error().code, ErrorCode::Cancelled);
}

TEST(GrowBlood, AClickBesideItStillMeansIt) {
    const Phantom phantom = headWith(BleedType::Intraparenchymal, 20);
    const auto middle = growBlood(phantom.volume, phantom.bleedCentre, BloodLimits{}, TaskContext{});
    ASSERT_TRUE(middle);
    const Grid& grid = phantom.volume->grid();
    const int k = grid.nearestSlice(phantom.bleedCentre);
    const auto here = inSlice(middle->voxels, grid, k);
    // Just inside its left rim: too near to it for a neighbourhood to be all blood.
    double most = -1e9;
    for (const std::uint32_t v : here)
        most = std::max(most, grid.toPatient(grid.voxelOfSlice(v % grid.voxelsPerSlice(), k)).x);
    PatientPoint rim = phantom.bleedCentre;
    for (const std::uint32_t v : here) {
        const PatientPoint p = grid.toPatient(grid.voxelOfSlice(v % grid.voxelsPerSlice(), k));
        if (p.x == most) rim = p;
    }
    const auto atRim = growBlood(phantom.volume, rim, BloodLimits{}, TaskContext{});
    ASSERT_TRUE(atRim);
    EXPECT_EQ(atRim->voxels, middle->voxels);
}

TEST(GrowBlood, ItsVoxelsAreInOrderAndCountedFromTheWholeVolume) {
    const Phantom phantom = headWith(BleedType::Intraparenchymal, 10);
    const auto grown = growBlood(phantom.volume, phantom.bleedCentre, BloodLimits{}, TaskContext{});
    ASSERT_TRUE(grown);
    const std::vector<std::uint32_t>& voxels = grown->voxels;
    EXPECT_TRUE(std::ranges::is_sorted(voxels));
    const auto hu = phantom.volume->voxels();
    double sum = 0;
    for (const std::uint32_t v : voxels)
        sum += hu[v];
    EXPECT_NEAR(sum / double(voxels.size()), 65, 4) << "they are blood";
}

} // namespace
} // namespace hemo::imaging
