#include "ml/reader/picture/quiet_scan.h"

#include "core/image/scan_noise.h"
#include "core/image/smooth_tissue.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace hemo::ml {
namespace {

// From where on a scan is smoothed, and until when. Down to 6 HU more bleeds are found, but more than a third
// of the heads without one are suspected, too (ml/training/experiments/021-noise.md).
constexpr double kNoisyHu = 12, kQuietHu = 9;
constexpr std::array kSmoothingsMm{0.6, 0.9, 1.2, 1.6, 2.0, 2.5}; // more would smooth small bleeds away

Volume smoothed(const Volume& volume, double sigmaAlongRow, double sigmaAlongColumn) {
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    const int width = volume.grid().columns();
    std::vector<float> slice(volume.slice(0).size());
    for (auto voxel = voxels.begin(); voxel != voxels.end(); voxel += std::ptrdiff_t(slice.size())) {
        std::copy_n(voxel, slice.size(), slice.begin());
        smoothTissue(slice, width, sigmaAlongRow, sigmaAlongColumn);
        std::transform(slice.begin(), slice.end(), voxel,
                       [](float hu) { return static_cast<std::int16_t>(std::lround(hu)); });
    }
    return {volume.grid(), std::move(voxels), volume.seriesInstanceUid()};
}

} // namespace

QuietScan quietened(const Volume& volume, double pixelMm) {
    QuietScan scan{softTissueNoiseHu(volume, pixelMm), std::nullopt};
    if (!scan.noiseHu || *scan.noiseHu <= kNoisyHu) return scan;
    const auto enough = std::find_if(kSmoothingsMm.begin(), kSmoothingsMm.end() - 1, [&](double mm) {
        return softTissueNoiseHu(volume, pixelMm, mm).value_or(0) <= kQuietHu;
    });
    const double rowsPerColumn = volume.grid().rowSpacingMm() / volume.grid().columnSpacingMm();
    scan.smoothed = smoothed(volume, *enough / pixelMm, *enough / pixelMm / rowsPerColumn);
    return scan;
}

} // namespace hemo::ml
