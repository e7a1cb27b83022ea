#include "core/image/scan_noise.h"
#include "core/simulate/phantom.h"
#include "ml/reader/picture/quiet_scan.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

constexpr double kPixelMm = 0.9;

VolumePtr headWith(double noiseHu) {
    PhantomSpec spec;
    spec.columns = spec.rows = 256;
    spec.pixelSpacingMm = kPixelMm;
    spec.slices = 8;
    spec.sliceSpacingMm = 15;
    spec.noiseHu = noiseHu;
    return makePhantom(spec).volume;
}

TEST(QuietScan, WhatIsAsQuietAsTheTrainingPicturesIsReadAsItIs) {
    const VolumePtr scan = headWith(5);
    const QuietScan quiet = quietened(*scan, kPixelMm);
    EXPECT_FALSE(quiet.smoothed);
    EXPECT_EQ(&quiet.seenFor(*scan), scan.get());
    EXPECT_NEAR(quiet.noiseHu.value_or(0), 5, 2);
}

TEST(QuietScan, ANoisyOneIsSmoothedToWhatTheNetworkKnowsAndLiesWhereItLay) {
    const VolumePtr noisy = headWith(24);
    const QuietScan scan = quietened(*noisy, kPixelMm);
    const auto& quiet = scan.smoothed;
    ASSERT_TRUE(quiet);
    EXPECT_GT(scan.noiseHu.value_or(0), 15) << "its own noise is what is told";
    EXPECT_LT(softTissueNoiseHu(*quiet, kPixelMm).value_or(99), 9.5);
    EXPECT_EQ(quiet->grid(), noisy->grid());
    EXPECT_EQ(quiet->seriesInstanceUid(), noisy->seriesInstanceUid());
    for (std::size_t v = 0; v < noisy->voxels().size(); v += 97) { // bone and air are what they were
        const int hu = noisy->voxels()[v];
        if (hu > 220 || hu < -150) {
            EXPECT_EQ(quiet->voxels()[v], hu);
        }
    }
}

} // namespace
} // namespace hemo::ml
