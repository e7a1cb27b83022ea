#include "answered_scan.h"

#include "core/image/scan_noise.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

double noiseOf(const PhantomSpec& spec) {
    const Phantom phantom = makePhantom(spec);
    return softTissueNoiseHu(*phantom.volume, spec.pixelSpacingMm).value_or(-1);
}

PhantomSpec headWith(double noiseHu) {
    PhantomSpec spec = quickHead();
    spec.noiseHu = noiseHu;
    return spec;
}

TEST(ScanNoise, GrowsWithThatOfThePhantom) {
    double last = 0;
    for (const double noise : {4.0, 12.0, 24.0, 40.0}) {
        const double measured = noiseOf(headWith(noise));
        EXPECT_GT(measured, last) << noise;
        EXPECT_NEAR(measured, noise, 0.3 * noise) << noise;
        last = measured;
    }
}

TEST(ScanNoise, ABleedIsNoNoise) {
    PhantomSpec spec = headWith(4);
    const double without = noiseOf(spec);
    spec.bleed = BleedSpec{};
    EXPECT_NEAR(noiseOf(spec), without, 0.2);
}

TEST(ScanNoise, OfThinSlicesIsWhatTheirMeanLeavesOfIt) {
    PhantomSpec thin = headWith(24);
    thin.slices = 4 * 28;
    thin.sliceSpacingMm = 1.25;
    const double measured = noiseOf(thin);
    EXPECT_LT(measured, 0.75 * noiseOf(headWith(24)));
    EXPECT_GT(measured, 6);
}

TEST(ScanNoise, OfASmoothedScanIsLess) {
    const Phantom phantom = makePhantom(headWith(24));
    double last = softTissueNoiseHu(*phantom.volume, 1.6).value_or(0);
    for (const double mm : {1.0, 1.5, 2.5}) {
        const double smoothed = softTissueNoiseHu(*phantom.volume, 1.6, mm).value_or(99);
        EXPECT_LT(smoothed, 0.85 * last) << mm;
        last = smoothed;
    }
}

TEST(ScanNoise, WithoutSoftTissueNobodyKnows) {
    const Grid grid(64, 64, {1, 0, 0}, {0, 1, 0}, 1, 1, {{0, 0, 0}, {0, 0, 5}});
    const Volume air(grid, std::vector<std::int16_t>(grid.voxelCount(), -1000), "1.2");
    EXPECT_EQ(softTissueNoiseHu(air, 1), std::nullopt);
}

} // namespace
} // namespace hemo
