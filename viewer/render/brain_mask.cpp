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
constexpr double kSmallestMl = 60;

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

} // namespace

PixelMm voxelMm(const VoxelBox& box) {
    return {box.spacingMm.x, box.spacingMm.y, box.spacingMm.z};
}

Mask largestBodyOver(const VoxelBox& box, std::int16_t hu) {
    return largestRegion(maskOf(shapeOf(box), [&](std::size_t n) { return box.hu[n] > hu; }));
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
    const Mask core = largestRegion(narrowed(inside, voxel, kSeparateMm));
    const double voxelMl = voxel.across * voxel.down * voxel.through / 1000;
    if (double(core.count()) * voxelMl < kSmallestMl) return {};

    const Mask body = widened(core, voxel, kSeparateMm);
    const Mask bone = maskOf(inside.shape(), [&](std::size_t n) { return box.hu[n] >= kBoneHu; });
    const Mask nearBone = widened(bone, voxel, kClearOfBoneMm);
    return maskOf(inside.shape(),
                  [&](std::size_t n) { return inside.set[n] && body.set[n] && !nearBone.set[n]; });
}

} // namespace hemo::render
