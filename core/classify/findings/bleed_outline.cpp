#include "core/classify/findings/bleed_outline.h"

#include "core/anatomy/skull.h"
#include "core/classify/findings/blood_beyond.h"
#include "core/classify/findings/dense_blood.h"
#include "core/classify/findings/outline_end.h"
#include "core/geometry/voxels.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>

namespace hemo {
namespace {

using namespace raster;

/// Adds what is dense and lies beside the mask, up to the bone.
Mask grownToBone(const Mask& mask, const Mask& dense, PixelMm pixel) {
    Mask over = widened(mask, pixel, 2 * kBoneRimMm);
    for (std::size_t n = 0; n < over.set.size(); ++n)
        over.set[n] = mask.set[n] || (dense.set[n] && over.set[n]);
    return reachedFrom(mask, over);
}

/// The densest voxel within two of this one, in its slice.
int densestAround(const Volume& volume, int i, int j, int k) {
    constexpr int kReach = 2;
    const Grid& grid = volume.grid();
    int densest = volume.at(i, j, k);
    for (int y = std::max(0, j - kReach); y <= std::min(grid.rows() - 1, j + kReach); ++y)
        for (int x = std::max(0, i - kReach); x <= std::min(grid.columns() - 1, i + kReach); ++x)
            densest = std::max<int>(densest, volume.at(x, y, k));
    return densest;
}

/// Blood in the voxels that it shares with the bone beside it, as a number of voxels. They are too dense for
/// the outline, but thick slices hide a third of a thin subdural in them where the vault slopes.
double voxelsSharedWithBone(const Volume& volume, const Mask& blood, int k, int boneFrom) {
    constexpr double kBloodHu = 66;
    const Grid& grid = volume.grid();
    const PixelMm pixel = pixelMm(grid);
    const Mask near = widened(blood, pixel, std::max(kBoneRimMm, 1.5 * std::max(pixel.across, pixel.down)));
    double sum = 0;
    for (std::size_t n = 0; n < near.set.size(); ++n) {
        const int i = static_cast<int>(n % grid.columns()), j = static_cast<int>(n / grid.columns());
        const int hu = volume.at(i, j, k);
        if (!near.set[n] || blood.set[n] || hu <= kMostBloodHu) continue;
        const int bone = densestAround(volume, i, j, k);
        if (bone >= boneFrom) sum += (bone - hu) / (bone - kBloodHu);
    }
    return sum;
}

/// Adds what lies in slice k; slices come in order.
void add(BleedOutline& outline, const Volume& volume, int k, const Mask& kept, const Mask& dense,
         int boneFrom) {
    const Grid& grid = volume.grid();
    const Mask whole = grownToBone(kept, dense, pixelMm(grid));
    for (std::size_t n = 0; n < whole.set.size(); ++n)
        if (whole.set[n]) outline.voxels.push_back(static_cast<std::uint32_t>(k * grid.voxelsPerSlice() + n));
    outline.volumeMl +=
        (static_cast<double>(whole.count()) + voxelsSharedWithBone(volume, whole, k, boneFrom)) *
        voxelVolumeMl(grid, k);
}

} // namespace

std::optional<BleedOutline> outlineBlood(const Volume& volume, const HotRegion& hot, const SliceRun& within,
                                         int boneFrom, const TaskContext& context) {
    const DenseBlood blood(volume, hot, boneFrom, context);
    const int first = blood.firstSlice(), last = blood.lastSlice();
    const auto beyond = [&](int end, int step) {
        const Mask kept = blood.maskOf(end, DenseBlood::Kept);
        if (kept.count() == 0 || blood.endsAtBreak(end)) return std::vector<SliceOfBlood>{};
        return bloodBeyond(volume, kept, end, step, within, boneFrom, context);
    };
    std::vector<SliceOfBlood> others = beyond(first, -1);
    std::ranges::reverse(others);
    BleedOutline outline;
    for (const SliceOfBlood& each : others)
        add(outline, volume, each.slice, each.kept, each.dense, boneFrom);
    for (int k = first; k <= last; ++k) {
        if (context.cancelled()) return std::nullopt;
        const Mask kept = blood.maskOf(k, DenseBlood::Kept);
        if (kept.count() > 0) add(outline, volume, k, kept, blood.maskOf(k, DenseBlood::Dense), boneFrom);
    }
    for (SliceOfBlood& each : beyond(last, 1)) {
        add(outline, volume, each.slice, each.kept, each.dense, boneFrom);
        others.push_back(std::move(each));
    }
    if (outline.voxels.empty()) return std::nullopt;
    outline.isWhole = endsWithItsBlood(blood, others, outline.volumeMl, volume, boneFrom, context);
    if (context.cancelled()) return std::nullopt;
    return outline;
}

} // namespace hemo
