#include "core/simulate/mimics.h"
#include "core/simulate/real_head.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hemo::simulate {
namespace {

/// A phantom as a real head, without noise, so that every change was drawn.
struct Head {
    Volume volume;
    RealHead found;

    static Head make() {
        PhantomSpec spec;
        spec.columns = spec.rows = 128;
        spec.pixelSpacingMm = 1.7;
        spec.noiseHu = 0;
        Volume volume = *makePhantom(spec).volume;
        auto found = RealHead::find(volume, {300});
        EXPECT_TRUE(found);
        return {volume, std::move(*found)};
    }
    std::vector<std::int16_t> voxels() const { return {volume.voxels().begin(), volume.voxels().end()}; }
};

TEST(Mimics, NoneOfThemMakesBlood) {
    const Head head = Head::make();
    const BleedHost host = head.found.host();
    for (const Mimic kind : kMimics)
        for (unsigned seed = 1; seed <= 4; ++seed) {
            auto voxels = head.voxels();
            const double hu = kind == Mimic::Calcification ? 180 : 16;
            const auto changed = drawMimic({kind, Side::Left, 6, hu}, host, head.volume.grid(), voxels, seed);
            EXPECT_FALSE(changed.empty()) << int(kind) << " " << seed;
            int likeBlood = 0;
            for (std::size_t n = 0; n < voxels.size(); ++n) {
                if (voxels[n] == head.volume.voxels()[n]) continue;
                likeBlood += voxels[n] >= 50 && voxels[n] <= 80 && head.volume.voxels()[n] < 50;
                ASSERT_TRUE(head.found.hasBrain(int(n / head.volume.grid().voxelsPerSlice())));
            }
            // The soft edge of calcium passes through blood's values, as it does on a scanner.
            if (kind != Mimic::Calcification) {
                EXPECT_EQ(likeBlood, 0) << int(kind) << " " << seed;
            }
        }
}

TEST(Mimics, AnInfarctIsDarkerOnItsSideAlone) {
    const Head head = Head::make();
    const BleedHost host = head.found.host();
    for (const Side side : {Side::Left, Side::Right}) {
        auto voxels = head.voxels();
        const auto changed = drawMimic({Mimic::Infarct, side, 15, 22}, host, head.volume.grid(), voxels, 3);
        ASSERT_FALSE(changed.empty());
        double x = 0;
        const Grid& grid = head.volume.grid();
        for (const std::size_t n : changed) {
            const auto inSlice = n % grid.voxelsPerSlice();
            x += grid.toPatient(grid.voxelOfSlice(inSlice, int(n / grid.voxelsPerSlice()))).x;
        }
        x /= double(changed.size());
        EXPECT_GT(side == Side::Left ? x : -x, 0) << "LPS: the patient's left is positive";
    }
}

TEST(Mimics, AtrophyWidensTheVentricles) {
    const Head head = Head::make();
    const BleedHost host = head.found.host();
    auto voxels = head.voxels();
    drawMimic({Mimic::Atrophy, Side::Left, 5, 6}, host, head.volume.grid(), voxels, 1);
    const auto fluid = [](std::span<const std::int16_t> v) {
        return std::count_if(v.begin(), v.end(), [](std::int16_t hu) { return hu > -5 && hu < 15; });
    };
    EXPECT_GT(double(fluid(voxels)), 1.3 * double(fluid(head.volume.voxels())));
}

TEST(Mimics, TheSameSeedDrawsTheSame) {
    const Head head = Head::make();
    const BleedHost host = head.found.host();
    const auto draw = [&](unsigned seed) {
        auto voxels = head.voxels();
        drawMimic({Mimic::Lacunes, Side::Right, 6, 12}, host, head.volume.grid(), voxels, seed);
        return voxels;
    };
    EXPECT_EQ(draw(1), draw(1));
    EXPECT_NE(draw(1), draw(2));
}

} // namespace
} // namespace hemo::simulate
