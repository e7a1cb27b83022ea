#include "viewer/render/brain_mask.h"

#include "core/anatomy/skull.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <span>

namespace hemo::render {

using namespace raster;

namespace {

constexpr int kBoneHu = 150;    // averaged with what lies beside it
constexpr double kSutureMm = 9; // foramina and thin plates, too
constexpr std::int16_t kSoftHu = -120;
constexpr double kSeparateMm = 9.5;    // necks narrower than twice this part the brain from what is below
constexpr double kClearOfBoneMm = 1.6; // voxels that share bone look like blood
constexpr double kSmallestMl = 60, kSmallestPartMl = 5;

Shape shapeOf(const VoxelBox& box) {
    return {box.columns, box.rows, box.slices};
}

/// Soft tissue that bone encloses within each slice.
Mask enclosed(const VoxelBox& box) {
    Mask all{box.columns, {}, box.slices};
    const std::size_t pixels = shapeOf(box).size() / static_cast<std::size_t>(box.slices);
    for (int k = 0; k < box.slices; ++k) {
        const auto hu = std::span(box.hu).subspan(box.index(0, 0, k), pixels);
        const Mask inside = skullIn({hu, box.columns, voxelMm(box), kBoneHu, kSutureMm}, Parts::All).inside;
        std::transform(inside.set.begin(), inside.set.end(), hu.begin(), std::back_inserter(all.set),
                       [](std::uint8_t set, std::int16_t value) { return set && value > kSoftHu; });
    }
    return all;
}

/// What was not scanned is air from edge to edge.
bool isScanned(const VoxelBox& box, int k) {
    const std::size_t pixels = static_cast<std::size_t>(box.columns) * box.rows;
    return std::ranges::any_of(std::span(box.hu).subspan(box.index(0, 0, k), pixels),
                               [](std::int16_t hu) { return hu != kAirHu; });
}

/// Of each run of slices without a gap the largest region, where it has so many voxels: a gap parts a head in
/// two, and neither half is to be missed.
Mask largestInEachPart(const VoxelBox& box, const Mask& mask, std::size_t fewest) {
    Mask out{mask.columns, std::vector<std::uint8_t>(mask.set.size()), mask.slices};
    const std::size_t pixels = mask.set.size() / static_cast<std::size_t>(box.slices);
    for (int from = 0; from < box.slices;) {
        int to = from;
        while (to < box.slices && isScanned(box, to))
            ++to;
        if (to > from) {
            const auto first = mask.set.begin() + static_cast<std::ptrdiff_t>(from * pixels);
            const auto last = mask.set.begin() + static_cast<std::ptrdiff_t>(to * pixels);
            const Mask largest = largestRegion({mask.columns, {first, last}, to - from});
            if (largest.count() >= std::max<std::size_t>(fewest, 1))
                std::ranges::copy(largest.set, out.set.begin() + static_cast<std::ptrdiff_t>(from * pixels));
        }
        from = to + 1;
    }
    return out;
}

} // namespace

PixelMm voxelMm(const VoxelBox& box) {
    return {box.spacingMm.x, box.spacingMm.y, box.spacingMm.z};
}

Mask largestBodyOver(const VoxelBox& box, std::int16_t hu) {
    return largestInEachPart(box, maskOf(shapeOf(box), [&](std::size_t n) { return box.hu[n] > hu; }), 1);
}

Mask thickParts(const VoxelBox& box, const Mask& mask, std::int16_t hu, double thicknessMm) {
    // A voxel is half its size away from its own edge.
    const double radius = (thicknessMm + box.spacingMm.x) / 2, edgeMm = 1;
    const Mask dense = maskOf(mask.shape(), [&](std::size_t n) { return mask.set[n] && box.hu[n] > hu; });
    const auto depth = distanceInside(dense, voxelMm(box));
    const Mask core = maskOf(mask.shape(), [&](std::size_t n) { return depth[n] >= radius; });
    const Mask thick = widened(core, voxelMm(box), radius + edgeMm);
    return maskOf(mask.shape(), [&](std::size_t n) { return thick.set[n] && dense.set[n]; });
}

Mask insideSkull(const VoxelBox& box) {
    const PixelMm voxel = voxelMm(box);
    const Mask inside = enclosed(box);
    // Only the middles of bodies are compared, so that narrow necks do not join them.
    const double voxelMl = voxel.across * voxel.down * voxel.through / 1000;
    const Mask core = largestInEachPart(box, narrowed(inside, voxel, kSeparateMm),
                                        static_cast<std::size_t>(kSmallestPartMl / voxelMl));
    if (double(core.count()) * voxelMl < kSmallestMl) return {};

    const Mask body = widened(core, voxel, kSeparateMm);
    const Mask bone = maskOf(inside.shape(), [&](std::size_t n) { return box.hu[n] >= kBoneHu; });
    const Mask nearBone = widened(bone, voxel, kClearOfBoneMm);
    return maskOf(inside.shape(),
                  [&](std::size_t n) { return inside.set[n] && body.set[n] && !nearBone.set[n]; });
}

} // namespace hemo::render
