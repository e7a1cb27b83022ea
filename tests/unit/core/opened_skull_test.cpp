#include "answered_scan.h"

#include "core/anatomy/head_middle.h"
#include "core/anatomy/skull.h"
#include "tests/support/opened_head.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo {
namespace {

using namespace raster;
using testing::Flap;
using testing::opened;

constexpr int kBoneFrom = 250;

AnsweredScan opened(AnsweredScan scan, const Flap& flap) {
    scan.volume = opened(*scan.volume, flap);
    return scan;
}

std::size_t agreeing(const Mask& a, const Mask& b) {
    std::size_t both = 0;
    for (std::size_t n = 0; n < a.set.size(); ++n)
        both += a.set[n] && b.set[n];
    return both;
}

TEST(Skull, OfWhichABoneFlapIsGoneHasTheSameInside) {
    const VolumePtr whole = makePhantom(quickHead()).volume;
    for (const double widthMm : {15.0, 30.0, 50.0, 90.0, 130.0}) {
        const VolumePtr open = opened(*whole, {widthMm});
        for (const int k : {12, 15, 18}) {
            const Skull before = skullIn(bonySlice(*whole, k, kBoneFrom)),
                        after = skullIn(bonySlice(*open, k, kBoneFrom));
            ASSERT_GT(before.inside.count(), 0);
            EXPECT_EQ(before.breaks.count(), 0);
            const double both = 2.0 * double(agreeing(before.inside, after.inside));
            EXPECT_GT(both / double(before.inside.count() + after.inside.count()),
                      widthMm <= 50 ? 0.98 : 0.95)
                << widthMm << " mm, slice " << k;
            EXPECT_GT(after.breaks.count(), 0);
        }
    }
}

TEST(Skull, MostOfWhichIsGoneHasNoInside) {
    const VolumePtr whole = makePhantom(quickHead()).volume;
    EXPECT_EQ(skullIn(bonySlice(*opened(*whole, {400}), 15, kBoneFrom)).inside.count(), 0);
}

TEST(Skull, ANeckBetweenJawAndSpineIsNoInside) {
    constexpr int kSide = 128; // mm
    std::vector<std::int16_t> voxels(kSide * kSide, -1000);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const double r = std::hypot(x - 64, y - 64), angle = std::atan2(y - 64, x - 64);
            if (r < 45) voxels[y * kSide + x] = 40;
            if (r > 40 && r < 45 && std::abs(std::sin(2 * angle)) < 0.3) voxels[y * kSide + x] = 800;
        }
    const Volume neck(Grid(kSide, kSide, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}}), std::move(voxels), "neck");
    EXPECT_EQ(skullIn(bonySlice(neck, 0, kBoneFrom)).inside.count(), 0);
}

TEST(BleedOutline, ABleedBehindALargeCraniectomyHasItsVolume) {
    const AnsweredScan whole = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 20));
    AnsweredScan open = whole;
    open.volume = testing::craniectomy(*whole.volume);
    const Findings before = found(*whole.volume, whole.prediction, {}),
                   after = found(*open.volume, open.prediction, {});
    ASSERT_EQ(after.size(), 1);
    ASSERT_TRUE(after[0].outline);
    EXPECT_NEAR(after[0].outline->volumeMl, before[0].outline->volumeMl, 0.5);
}

TEST(HeadMiddle, OfAHeadWithALargeCraniectomyStaysWhereItWas) {
    const VolumePtr whole = makePhantom(quickHead()).volume;
    const auto before = HeadMiddle::find(*whole, kBoneFrom),
               after = HeadMiddle::find(*testing::craniectomy(*whole), kBoneFrom);
    ASSERT_TRUE(before && after);
    for (const double z : {-30.0, 15.0, 50.0})
        EXPECT_NEAR(after->leftMm({40, 0, z}), before->leftMm({40, 0, z}), 2) << z;
}

TEST(BleedOutline, ABleedInAnOpenedHeadHasItsVolume) {
    const AnsweredScan whole = scanOf(withBleed(BleedType::Intraparenchymal, Side::Right, 20));
    const AnsweredScan open = opened(whole, {});
    const Findings before = found(*whole.volume, whole.prediction, {}),
                   after = found(*open.volume, open.prediction, {});
    ASSERT_EQ(after.size(), 1);
    ASSERT_TRUE(after[0].outline);
    EXPECT_NEAR(after[0].outline->volumeMl, before[0].outline->volumeMl, 0.2);
    EXPECT_TRUE(after[0].outline->isWhole);
}

TEST(BleedOutline, ABleedThatReachesABreakOfTheSkullIsNotCalledWhole) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Epidural, Side::Left, 45));
    scan = opened(scan, {50, scan.bleedCentre.z - 12, scan.bleedCentre.z + 12});
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    ASSERT_TRUE(findings[0].outline);
    EXPECT_GT(findings[0].outline->volumeMl, 30);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(BleedOutline, SlicesWithoutAnInsideDoNotCutABleedShortUnseen) {
    AnsweredScan scan = scanOf(withBleed(BleedType::Intraparenchymal, Side::Left, 60));
    scan = opened(scan, {400, scan.bleedCentre.z, 200});
    const Findings findings = found(*scan.volume, scan.prediction, {});
    ASSERT_FALSE(findings.empty());
    ASSERT_TRUE(findings[0].outline);
    EXPECT_LT(findings[0].outline->volumeMl, 50);
    EXPECT_FALSE(findings[0].outline->isWhole);
}

TEST(HeadMiddle, OfAPictureSmallerThanOneCoarsePixelIsNone) {
    std::vector<PatientPoint> positions;
    for (int k = 0; k < 6; ++k)
        positions.push_back({0, 0, k * 5.0});
    const Grid grid(3, 2, {1, 0, 0}, {0, 1, 0}, 0.1, 0.1, positions);
    const Volume volume(grid, std::vector<std::int16_t>(grid.voxelCount(), 40), "1.2");
    EXPECT_FALSE(HeadMiddle::find(volume, kBoneFrom)) << "it once ended the program";
}

} // namespace
} // namespace hemo
