#include "core/simulate/head_anatomy.h"
#include "core/simulate/real_head.h"
#include "tests/support/opened_head.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo::simulate {
namespace {

Volume phantomVolume(unsigned seed = 1) {
    PhantomSpec spec;
    spec.columns = spec.rows = 128;
    spec.pixelSpacingMm = 1.7;
    spec.seed = seed;
    return *makePhantom(spec).volume;
}

constexpr RealHead::Limits kBone{300};

TEST(RealHead, FindsTheCavityThatThePhantomHas) {
    const Volume volume = phantomVolume();
    const auto head = RealHead::find(volume, kBone);
    ASSERT_TRUE(head);
    const HeadAnatomy anatomy(1);
    const BleedHost host = head->host();
    double worst = 0;
    int asked = 0;
    const Grid& grid = volume.grid();
    for (int k = 0; k < grid.slices(); ++k) {
        if (!head->hasBrain(k)) continue;
        for (int j = 0; j < grid.rows(); j += 5)
            for (int i = 0; i < grid.columns(); i += 5) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const float truth = anatomy.surroundingsAt({float(p.x), float(p.y), float(p.z)}).depthMm;
                // Depth is measured in the slice: over the base and near the vertex bone lies above or below.
                if (p.z < 0 || p.z > 20 || std::abs(truth) > 15) continue;
                worst = std::max(worst, double(std::abs(truth - host.surroundings(p).depthMm)));
                ++asked;
            }
    }
    EXPECT_GT(asked, 200);
    EXPECT_LT(worst, 5) << "mm";
}

TEST(RealHead, WhatLiesAlongTheSkullIsAsThickAsItWasAskedFor) {
    const Volume volume = phantomVolume();
    const auto head = RealHead::find(volume, kBone);
    ASSERT_TRUE(head);
    const BleedHost host = head->host();
    const Grid& grid = volume.grid();
    for (const BleedType kind : {BleedType::Epidural, BleedType::Subdural})
        for (const double thicknessMm : {4.0, 10.0}) {
            BleedSpec spec;
            spec.kind = kind;
            spec.placement = Placement::Anywhere;
            std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
            const DrawnBleed bleed = drawBleed(spec, host, grid, voxels, 5, thicknessMm);
            double deepest = 0;
            for (const std::size_t v : bleed.voxels) {
                const auto columns = std::size_t(grid.columns()), rows = std::size_t(grid.rows());
                const PatientPoint p = grid.toPatient(
                    {double(v % columns), double(v / columns % rows), double(v / columns / rows)});
                deepest = std::max(deepest, double(host.surroundings(p).depthMm));
            }
            EXPECT_NEAR(deepest, thicknessMm, 2) << bleedTypeName(kind);
        }
}

TEST(RealHead, ABleedDrawnIntoItLiesInTheBrain) {
    const Volume volume = phantomVolume();
    const auto head = RealHead::find(volume, kBone);
    ASSERT_TRUE(head);
    for (const BleedType kind : {BleedType::Intraparenchymal, BleedType::Subarachnoid, BleedType::Epidural,
                                 BleedType::Subdural, BleedType::Intraventricular})
        for (unsigned seed = 1; seed < 6; ++seed) {
            std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
            BleedSpec spec{kind, seed % 2 ? Side::Left : Side::Right, 12, 66};
            spec.placement = Placement::Anywhere;
            const BleedHost host = head->host();
            const DrawnBleed bleed = drawBleed(spec, host, volume.grid(), voxels, seed);
            EXPECT_GT(bleed.volumeMl, 2) << bleedTypeName(kind) << " " << seed;
            const std::size_t perSlice = volume.grid().voxelsPerSlice();
            for (const std::size_t v : bleed.voxels) {
                ASSERT_TRUE(head->hasBrain(int(v / perSlice)));
                ASSERT_LT(volume.voxels()[v], 300) << "bone became blood";
            }
        }
}

TEST(RealHead, ABleedIsDrawnBehindACraniectomyAsIntoTheWholeHead) {
    const Volume volume = phantomVolume(), open = *hemo::testing::craniectomy(volume);
    const auto whole = RealHead::find(volume, kBone), head = RealHead::find(open, kBone);
    ASSERT_TRUE(whole && head);
    const BleedHost asWhole = whole->host(), host = head->host();
    const Grid& grid = volume.grid();
    for (int k = 11; k < 19; ++k) { // above them most of the bone is gone, and no brain is found
        EXPECT_TRUE(head->hasBrain(k)) << k;
        const PatientPoint p{45, 0, grid.slicePositions()[std::size_t(k)].z};
        EXPECT_NEAR(host.surroundings(p).depthMm, asWhole.surroundings(p).depthMm, 10) << "slice " << k;
    }
    for (const BleedType kind : {BleedType::Epidural, BleedType::Subdural, BleedType::Intraparenchymal}) {
        std::vector<std::int16_t> voxels(open.voxels().begin(), open.voxels().end());
        BleedSpec spec{kind, Side::Left, 12, 66};
        spec.placement = Placement::Anywhere;
        const DrawnBleed bleed = drawBleed(spec, host, grid, voxels, 3);
        EXPECT_GT(bleed.volumeMl, 2) << bleedTypeName(kind);
        for (const std::size_t v : bleed.voxels)
            ASSERT_TRUE(head->hasBrain(int(v / grid.voxelsPerSlice()))) << bleedTypeName(kind);
    }
}

TEST(RealHead, AnywhereIsManyPlaces) {
    const Volume volume = phantomVolume();
    const auto head = RealHead::find(volume, kBone);
    ASSERT_TRUE(head);
    PatientPoint low{1e9, 1e9, 1e9}, high{-1e9, -1e9, -1e9};
    for (unsigned seed = 1; seed <= 12; ++seed) {
        std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
        BleedSpec spec{BleedType::Intraparenchymal, seed % 2 ? Side::Left : Side::Right, 3, 66};
        spec.placement = Placement::Anywhere;
        const BleedHost host = head->host();
        const PatientPoint c = drawBleed(spec, host, volume.grid(), voxels, seed).centre;
        low = {std::min(low.x, c.x), std::min(low.y, c.y), std::min(low.z, c.z)};
        high = {std::max(high.x, c.x), std::max(high.y, c.y), std::max(high.z, c.z)};
    }
    EXPECT_GT(high.x - low.x, 50);
    EXPECT_GT(high.y - low.y, 50);
    EXPECT_GT(high.z - low.z, 30);
}

TEST(RealHead, WithoutASkullThereIsNone) {
    const Volume real = phantomVolume();
    std::vector<std::int16_t> voxels(real.voxels().begin(), real.voxels().end());
    for (auto& hu : voxels)
        hu = std::min<std::int16_t>(hu, 60);
    EXPECT_FALSE(RealHead::find(Volume(real.grid(), std::move(voxels), "1.2"), kBone));
}

} // namespace
} // namespace hemo::simulate
