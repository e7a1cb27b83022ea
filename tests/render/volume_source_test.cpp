#include "core/simulate/phantom.h"
#include "tests/render/made_scans.h"
#include "tests/support/opened_head.h"
#include "viewer/render/brain_mask.h"
#include "viewer/render/transfer_functions.h"
#include "viewer/render/volume_source.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace hemo::render {
namespace {

using namespace hemo::testing;

VolumePtr head(std::optional<BleedSpec> bleed = {}) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.8;
    spec.bleed = bleed;
    return makePhantom(spec).volume;
}

/// The box's voxel that holds p.
std::int16_t huAt(const VoxelBox& box, PatientPoint p) {
    const Vec3 v = p - box.first;
    const int i = int(std::lround(dot(v, box.right) / box.spacingMm.x));
    const int j = int(std::lround(dot(v, box.down) / box.spacingMm.y));
    const int k = int(std::lround(dot(v, box.up) / box.spacingMm.z));
    return box.hu.at(box.index(i, j, k));
}

TEST(ReducedVolume, StaysWithinItsBudgetAndKeepsTheMean) {
    const VolumePtr volume = head();
    const VoxelBox box = reduced(*volume, 40'000);
    EXPECT_LE(box.hu.size(), 40'000u);
    EXPECT_EQ(box.hu.size(), std::size_t(box.columns) * box.rows * box.slices);
    const auto mean = [](const auto& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    };
    EXPECT_NEAR(mean(box.hu), mean(volume->voxels()), 20) << "a rim that fills no whole voxel is left out";
}

TEST(ReducedVolume, LeavesEverythingWhereItIsInEveryOrientation) {
    for (const Grid& grid : everyOrientation()) {
        // One bright voxel block in air: its centre of mass must not move when voxels are averaged.
        std::vector<std::int16_t> voxels(grid.voxelCount(), kAirHu);
        PatientPoint sum;
        for (int k = 2; k < 4; ++k)
            for (int j = 4; j < 8; ++j)
                for (int i = 12; i < 16; ++i) {
                    voxels[(std::size_t(k) * grid.rows() + j) * grid.columns() + i] = 1000;
                    sum = sum +
                          (grid.toPatient({double(i), double(j), double(k)}) - PatientPoint{}) * (1 / 32.0);
                }
        const VoxelBox box = reduced(Volume(grid, voxels, "1.2.3"), grid.voxelCount() / 4);
        ASSERT_LT(box.hu.size(), voxels.size());
        double weight = 0;
        Vec3 moment;
        for (int k = 0; k < box.slices; ++k)
            for (int j = 0; j < box.rows; ++j)
                for (int i = 0; i < box.columns; ++i) {
                    const double w = box.hu[box.index(i, j, k)] - kAirHu;
                    moment = moment + (box.at(i, j, k) - PatientPoint{}) * w;
                    weight += w;
                }
        EXPECT_LT(length(moment * (1 / weight) - (sum - PatientPoint{})), 0.01);
    }
}

TEST(ReducedVolume, OutsideTheScanIsAir) {
    const Grid grid = stackAlong({1, 0, 0}, {0, 1, 0}, {0, 0, 3.1});
    const Volume volume(grid, std::vector<std::int16_t>(grid.voxelCount(), kOutsideHu), "1.2.3");
    const VoxelBox box = reduced(volume, 1'000'000);
    EXPECT_TRUE(std::ranges::all_of(box.hu, [](std::int16_t hu) { return hu == kAirHu; }));
}

TEST(BrainMask, HoldsTheBrainAndNothingOfSkullScalpAndFace) {
    const VoxelBox box = reduced(*head(), 3'000'000);
    const raster::Mask mask = insideSkull(box);
    ASSERT_FALSE(mask.set.empty());
    VoxelBox as = box;
    as.hu.assign(mask.set.begin(), mask.set.end());
    EXPECT_EQ(huAt(as, {25, -20, 27}), 1) << "frontal lobe";
    EXPECT_EQ(huAt(as, {-40, 30, 10}), 1) << "parietal lobe";
    EXPECT_EQ(huAt(as, {10, 5, 17}), 1) << "ventricle";
    EXPECT_EQ(huAt(as, {20, 50, -37}), 1) << "cerebellum";
    EXPECT_EQ(huAt(as, {30, -70, -37}), 0) << "eye";
    EXPECT_EQ(huAt(as, {0, -95, 10}), 0) << "forehead";
    EXPECT_EQ(huAt(as, {75, -25, -5}), 0) << "temporal muscle";
    EXPECT_EQ(huAt(as, {0, -40, -68}), 0) << "palate";
    const double ml = double(mask.count()) * box.spacingMm.x * box.spacingMm.y * box.spacingMm.z / 1000;
    EXPECT_GT(ml, 950);
    EXPECT_LT(ml, 1500);
}

TEST(BrainMask, HoldsTheBrainBehindACraniectomyAndNotTheScalp) {
    const VoxelBox box = reduced(*craniectomy(*head()), 3'000'000), closed = reduced(*head(), 3'000'000);
    const raster::Mask mask = insideSkull(box), before = insideSkull(closed);
    ASSERT_FALSE(mask.set.empty());
    VoxelBox as = box;
    as.hu.assign(mask.set.begin(), mask.set.end());
    EXPECT_EQ(huAt(as, {50, 10, 15}), 1) << "where the flap was";
    EXPECT_EQ(huAt(as, {-50, 10, 15}), 1) << "the other side";
    EXPECT_EQ(huAt(as, {84, 0, 15}), 0) << "scalp";
    // Where the flap reaches the base the skull is too open: what lies below is parted from the rest.
    EXPECT_NEAR(double(mask.count()) / double(before.count()), 0.85, 0.15);
}

TEST(BrainMask, HoldsBothPartsOfAHeadThatAGapPartsInTwo) {
    const VolumePtr whole = head();
    std::vector<std::int16_t> voxels(whole->voxels().begin(), whole->voxels().end());
    const std::size_t perSlice = whole->grid().voxelsPerSlice();
    std::fill_n(voxels.begin() + std::ptrdiff_t(10 * perSlice), 5 * perSlice, kOutsideHu);
    const VoxelBox box = reduced(Volume(whole->grid(), voxels, "1.2.3"), 3'000'000);
    VoxelBox as = box;
    const raster::Mask mask = insideSkull(box), body = largestBodyOver(box, -300);
    ASSERT_FALSE(mask.set.empty());
    as.hu.assign(mask.set.begin(), mask.set.end());
    EXPECT_EQ(huAt(as, {25, -20, 27}), 1) << "frontal lobe, above the gap";
    EXPECT_EQ(huAt(as, {20, 50, -37}), 1) << "cerebellum, below it";
    EXPECT_EQ(huAt(as, {0, -40, -68}), 0) << "palate";
    as.hu.assign(body.set.begin(), body.set.end());
    EXPECT_EQ(huAt(as, {20, 50, -37}), 1) << "of the skin's picture, too";
}

TEST(BrainMask, IsEmptyWhereThereIsNoSkull) {
    VoxelBox box = reduced(*head(), 3'000'000);
    for (std::int16_t& hu : box.hu)
        hu = std::min<std::int16_t>(hu, 60);
    EXPECT_TRUE(insideSkull(box).set.empty());
}

TEST(VolumeSource, TheBrainPresetShowsABleedAndNoMuscleNorBone) {
    const BleedSpec spec{BleedType::Intraparenchymal, Side::Right, 25, 66};
    const VolumeSource source = volumeSource(*head(spec), VolumePreset::BrainAndBleed);
    // Muscle and bone are gone; what is still as dense as blood is the bleed and little else.
    double denseMl = 0, meanX = 0, count = 0;
    const VoxelBox& box = source.box;
    for (int k = 0; k < box.slices; ++k)
        for (int j = 0; j < box.rows; ++j)
            for (int i = 0; i < box.columns; ++i) {
                const std::int16_t hu = box.hu[box.index(i, j, k)];
                EXPECT_LT(hu, 200);
                if (hu < 55) continue;
                denseMl += box.spacingMm.x * box.spacingMm.y * box.spacingMm.z / 1000;
                meanX += box.at(i, j, k).x;
                ++count;
            }
    EXPECT_GT(denseMl, 15);
    EXPECT_LT(denseMl, 32);
    EXPECT_LT(meanX / count, -15) << "on the right";
}

TEST(VolumeSource, WithoutASkullNothingLooksLikeBlood) {
    const VolumePtr whole = head();
    std::vector<std::int16_t> soft(whole->voxels().begin(), whole->voxels().end());
    for (std::int16_t& hu : soft)
        hu = std::min<std::int16_t>(hu, 70);
    const VolumeSource source =
        volumeSource(Volume(whole->grid(), soft, "1.2.3"), VolumePreset::BrainAndBleed);
    EXPECT_LT(*std::ranges::max_element(source.box.hu), 49);
}

TEST(VolumeSource, TheSkinPresetLeavesTheHeadHolderOut) {
    const VolumePtr whole = head();
    const PatientPoint holder{98.3, 30, 12.5};
    ASSERT_GT(whole->valueAt(holder), -700) << "the phantom rests on a holder";
    EXPECT_GT(huAt(volumeSource(*whole, VolumePreset::Bone).box, holder), -950);
    EXPECT_EQ(huAt(volumeSource(*whole, VolumePreset::Skin).box, holder), kAirHu);
}

TEST(VolumeSource, FramesTheHead) {
    const VolumeSource source = volumeSource(*head(), VolumePreset::Bone);
    EXPECT_LT(length(source.head.centre - PatientPoint{0, 0, 0}), 15);
    EXPECT_GT(source.head.radiusMm, 85);
    EXPECT_LT(source.head.radiusMm, 115);
}

TEST(TransferFunction, RisesInHuAndStaysInRangeForEveryPreset) {
    for (const VolumePreset preset : {VolumePreset::Bone, VolumePreset::BrainAndBleed, VolumePreset::Skin}) {
        const TransferFunction function = transferFunction(preset);
        ASSERT_GE(function.points.size(), 2u);
        EXPECT_LE(function.points.front().hu, kAirHu);
        EXPECT_EQ(function.points.front().opacity, 0) << "air is clear";
        for (std::size_t n = 0; n < function.points.size(); ++n) {
            const TransferPoint& p = function.points[n];
            EXPECT_TRUE(n == 0 || p.hu > function.points[n - 1].hu);
            for (const double v : {p.red, p.green, p.blue, p.opacity}) {
                EXPECT_GE(v, 0);
                EXPECT_LE(v, 1);
            }
        }
    }
}

TEST(CoarserBox, HoldsTheSameInFewerVoxelsAtTheSamePlaces) {
    VoxelBox box;
    box.columns = 41, box.rows = 32, box.slices = 6;
    box.spacingMm = {0.5, 0.5, 2};
    box.first = {-10, 4, 7};
    box.right = {1, 0, 0}, box.down = {0, 1, 0}, box.up = {0, 0, 1};
    for (int k = 0; k < box.slices; ++k)
        for (int j = 0; j < box.rows; ++j)
            for (int i = 0; i < box.columns; ++i)
                box.hu.push_back(std::int16_t(20 * i + 8 * j + 100 * k)); // along a line: as at the middles
    const VoxelBox half = coarser(box, box.hu.size() / 3);
    EXPECT_EQ(std::tuple(half.columns, half.rows, half.slices), std::tuple(20, 16, 6)) << "thick is left";
    const PatientPoint p = half.at(7, 5, 3);
    EXPECT_NEAR(half.hu[half.index(7, 5, 3)], 20 * (p.x + 10) / 0.5 + 8 * (p.y - 4) / 0.5 + 50 * (p.z - 7),
                1);
    EXPECT_LE(coarser(box, 900).hu.size(), 900u) << "as often as is needed";
    EXPECT_EQ(coarser(box, box.hu.size()).hu, box.hu);
}

} // namespace
} // namespace hemo::render
