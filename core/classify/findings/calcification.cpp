#include "core/classify/findings/calcification.h"

#include "core/anatomy/skull.h"
#include "core/raster/distance.h"

#include <algorithm>

namespace hemo {
namespace {

using namespace raster;

constexpr int kOverBloodHu = 120;
constexpr double kLeastMm2 = 6;  // less is noise
constexpr double kSpreadMm = 10; // as far as heat spreads round what it means

/// What is hot inside the skull in any of the slices, and what of that is denser than blood, one over
/// another.
struct Hot {
    Mask places, dense;
    std::vector<std::int16_t> denseHu;
};

Hot hotIn(const Volume& volume, const HotRegion& hot, int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    const Mask none = emptyMask(grid.columns(), grid.voxelsPerSlice());
    Hot found{none, none, {}};
    for (int k = hot.firstSlice(); k <= hot.lastSlice() && !context.cancelled(); ++k) {
        const Mask inside = skullIn(bonySlice(volume, k, boneFrom)).inside;
        const Mask deep = narrowed(inside, pixelMm(grid), kBoneRimMm);
        for (std::size_t n = 0; n < none.set.size(); ++n) {
            const int i = static_cast<int>(n % grid.columns()), j = static_cast<int>(n / grid.columns());
            if (!inside.set[n] || !hot.isHot(grid.toPatient({double(i), double(j), double(k)}), k)) continue;
            found.places.set[n] = 1;
            if (!deep.set[n] || volume.at(i, j, k) <= kOverBloodHu) continue;
            found.dense.set[n] = 1;
            found.denseHu.push_back(volume.at(i, j, k));
        }
    }
    return found;
}

} // namespace

std::optional<int> densityOverBlood(const Volume& volume, const HotRegion& hot, int boneFrom,
                                    const TaskContext& context) {
    const Grid& grid = volume.grid();
    const PixelMm pixel = pixelMm(grid);
    Hot found = hotIn(volume, hot, boneFrom, context);
    if (context.cancelled()) return std::nullopt;
    if (double(found.denseHu.size()) * pixel.across * pixel.down < kLeastMm2) return std::nullopt;
    const Mask near = widened(found.dense, pixel, kSpreadMm);
    for (std::size_t n = 0; n < near.set.size(); ++n)
        if (found.places.set[n] && !near.set[n]) return std::nullopt;
    // Its rim is mixed with brain; one voxel alone may be noise.
    const auto high = found.denseHu.begin() + static_cast<std::ptrdiff_t>(found.denseHu.size() * 9 / 10);
    std::nth_element(found.denseHu.begin(), high, found.denseHu.end());
    return *high;
}

} // namespace hemo
