#include "core/classify/findings/blood_beyond.h"

#include "core/anatomy/skull.h"
#include "core/classify/findings/dense_blood.h"
#include "core/geometry/voxels.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace hemo {

using namespace raster;

namespace {

constexpr double kLeastNextMm2 = 60; // less may be the slope of the skull
constexpr double kAroundMm = 12;     // as far as thin blood is looked for
constexpr double kMostBeyondMm = 30; // the second reader does not miss more of a bleed that it sees

Mask common(const Mask& a, const Mask& b) {
    return maskOf(a.shape(), [&](std::size_t n) { return a.set[n] && b.set[n]; });
}

/// What is known of a slice about the blood of the one before.
struct Looked {
    Skull skull;
    Mask dense; ///< of blood's density, inside the skull, as far as is looked
    Mask core;  ///< of that what is away from bone
    Mask over;  ///< of that what lies over the blood of the slice before, or a slope aside
};

/// Where the skull is open, what is blood and what is muscle nobody can tell: all is dense that may be
/// either.
Looked lookAt(const Volume& volume, const Mask& kept, int k, int boneFrom) {
    const PixelMm pixel = pixelMm(volume.grid());
    Looked looked{skullIn(bonySlice(volume, k, boneFrom)), widened(kept, pixel, kAroundMm), {}, {}};
    const Mask& inside = looked.skull.inside;
    const bool isOpen = inside.count() == 0;
    const int across = slicesAsked(volume.grid());
    for (std::size_t n = 0; n < kept.set.size(); ++n)
        looked.dense.set[n] =
            looked.dense.set[n] && (isOpen || inside.set[n]) && isDense(volume, n, k, across);
    looked.core = isOpen ? looked.dense : common(looked.dense, narrowed(inside, pixel, kBoneRimMm));
    looked.over = common(looked.core, widened(kept, pixel, kSlopeMm));
    return looked;
}

bool goesOn(const Mask& kept, const Looked& looked, PixelMm pixel) {
    const auto voxels = static_cast<double>(looked.over.count());
    return voxels * pixel.across * pixel.down >= kLeastNextMm2 &&
           voxels >= kLeastGoingOn * static_cast<double>(kept.count());
}

/// None where it cannot be followed into slice k.
std::optional<SliceOfBlood> followed(const Volume& volume, const Mask& kept, int k, int boneFrom) {
    const PixelMm pixel = pixelMm(volume.grid());
    Looked looked = lookAt(volume, kept, k, boneFrom);
    if (looked.skull.inside.count() == 0 || !goesOn(kept, looked, pixel)) return std::nullopt;
    Mask next = reachedFrom(withoutThinParts(looked.over, pixel), looked.over);
    if (static_cast<double>(next.count()) * pixel.across * pixel.down < kLeastNextMm2) return std::nullopt;
    const Mask breaks = besideBreaks(looked.skull, pixel);
    if (!breaks.set.empty() && common(next, breaks).count() > 0) return std::nullopt;
    const auto left = static_cast<double>(reachedFrom(next, looked.core).count() - next.count());
    return SliceOfBlood{k, std::move(next), std::move(looked.dense), left * voxelVolumeMl(volume.grid(), k)};
}

} // namespace

bool goesOnIn(const Volume& volume, const Mask& kept, int k, int boneFrom) {
    if (k < 0 || k >= volume.grid().slices()) return true;
    return goesOn(kept, lookAt(volume, kept, k, boneFrom), pixelMm(volume.grid()));
}

std::vector<SliceOfBlood> bloodBeyond(const Volume& volume, const Mask& kept, int from, int step,
                                      const SliceRun& within, int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    const std::vector<Gap> gaps = findGaps(grid);
    std::vector<SliceOfBlood> beyond;
    for (int k = from + step; k >= within.first && k <= within.last && !context.cancelled(); k += step) {
        const int below = std::min(k, k - step);
        const bool isOverGap = std::ranges::find(gaps, below, &Gap::after) != gaps.end();
        const double wayMm = std::abs(grid.sliceOffsetMm(k) - grid.sliceOffsetMm(from));
        if (isOverGap || wayMm > kMostBeyondMm) break;
        auto next = followed(volume, beyond.empty() ? kept : beyond.back().kept, k, boneFrom);
        if (!next) break;
        beyond.push_back(std::move(*next));
    }
    return beyond;
}

} // namespace hemo
