#include "core/classify/findings/dense_blood.h"

#include "core/anatomy/skull.h"
#include "core/classify/findings/findings.h"
#include "core/geometry/voxels.h"
#include "core/raster/distance.h"
#include "core/raster/flood.h"

#include <algorithm>

namespace hemo {

using namespace raster;

namespace {

constexpr double kLeastThicknessMm = 3; // beside the rim: thinner it cannot be told from a skull's seam
constexpr double kThinSliceMm = 2.5;

PatientPoint placeOf(const Grid& grid, std::size_t pixel, int k) {
    return grid.toPatient(grid.voxelOfSlice(pixel, k));
}

} // namespace

Mask withoutThinParts(const Mask& mask, PixelMm pixel) {
    if (mask.count() == 0) return mask;
    Mask thick = narrowed(mask, pixel, kLeastThicknessMm / 2);
    if (thick.count() == 0) return thick;
    thick = widened(thick, pixel, kLeastThicknessMm / 2);
    return maskOf(mask.shape(), [&](std::size_t n) { return thick.set[n] && mask.set[n]; });
}

Mask besideBreaks(const Skull& skull, PixelMm pixel) {
    return skull.breaks.count() == 0 ? Mask() : widened(skull.breaks, pixel, 2 * kBoneRimMm);
}

int slicesAsked(const Grid& grid) {
    return grid.slices() > 1 && grid.typicalSpacingMm() < kThinSliceMm ? 1 : 0;
}

bool isDense(const Volume& volume, std::size_t pixel, int k, int across) {
    const Grid& grid = volume.grid();
    const int i = static_cast<int>(pixel % grid.columns()), j = static_cast<int>(pixel / grid.columns());
    int count = 0, below = 0, above = 0;
    for (int z = std::max(0, k - across); z <= std::min(grid.slices() - 1, k + across); ++z)
        for (int y = std::max(0, j - 1); y <= std::min(grid.rows() - 1, j + 1); ++y)
            for (int x = std::max(0, i - 1); x <= std::min(grid.columns() - 1, i + 1); ++x) {
                const int hu = volume.at(x, y, z);
                ++count;
                if (hu < kLeastBloodHu) ++below;
                if (hu > kMostBloodHu) ++above;
            }
    return below <= count / 2 && above < count - count / 2;
}

DenseBlood::DenseBlood(const Volume& volume, const HotRegion& hot, int boneFrom, const TaskContext& context)
    : m_first(hot.firstSlice()),
      m_columns(volume.grid().columns()),
      m_pixels(volume.grid().voxelsPerSlice()),
      m_traits(m_pixels * static_cast<std::size_t>(hot.lastSlice() - m_first + 1)) {
    for (int k = firstSlice(); k <= lastSlice() && !context.cancelled(); ++k)
        lookAt(k, volume, hot, boneFrom);
    keepBlood(volume.grid(), context);
}

Mask DenseBlood::maskOf(int k, Trait trait) const {
    Mask mask = emptyMask(m_columns, m_pixels);
    for (std::size_t n = 0; n < m_pixels; ++n)
        mask.set[n] = has(firstOf(k) + n, trait);
    return mask;
}

bool DenseBlood::endsAtBreak(int k) const {
    const Mask& near = m_breaks[static_cast<std::size_t>(k - m_first)];
    for (std::size_t n = 0; n < near.set.size(); ++n)
        if (near.set[n] && has(firstOf(k) + n, Kept)) return true;
    return false;
}

void DenseBlood::give(int k, const Mask& mask, Trait trait) {
    for (std::size_t n = 0; n < m_pixels; ++n)
        if (mask.set[n]) give(firstOf(k) + n, trait);
}

void DenseBlood::lookAt(int k, const Volume& volume, const HotRegion& hot, int boneFrom) {
    const Grid& grid = volume.grid();
    const PixelMm pixel = pixelMm(grid);
    const Skull skull = skullIn(bonySlice(volume, k, boneFrom));
    give(k, narrowed(skull.inside, pixel, kBoneRimMm), Deep);
    m_breaks.push_back(besideBreaks(skull, pixel));
    const int across = slicesAsked(grid);
    for (std::size_t n = 0; n < m_pixels; ++n) {
        if (!skull.inside.set[n]) continue;
        const std::size_t v = firstOf(k) + n;
        if (isDense(volume, n, k, across)) give(v, Dense);
        const PatientPoint place = placeOf(grid, n, k);
        if (!hot.isNear(place, k)) continue;
        give(v, NearHeat);
        if (hot.isHot(place, k)) give(v, Hot);
    }
    const Mask thick = withoutThinParts(maskOf(k, Core), pixel);
    if (thick.count() == 0) return;
    give(k, thick, Thick);
    give(k, widened(thick, pixel, kFollowedMm), NearThick);
}

/// Core voxels that touch, across slices too: near the heat, and beyond it as far as they lie near thick
/// ones. Heat often covers only a part of a crescent.
std::vector<std::size_t> DenseBlood::pieceFrom(std::size_t seed) {
    const auto take = [&](std::size_t v, std::size_t) {
        if (has(v, Seen) || !isFollowed(v)) return false;
        give(v, Seen);
        return true;
    };
    std::vector<std::size_t> piece;
    if (!take(seed, seed)) return piece;
    piece.push_back(seed);
    flood(piece, {m_columns, static_cast<int>(m_pixels) / m_columns, lastSlice() - m_first + 1}, take);
    return piece;
}

/// What is thick far from the heat does not make a hot fold of the dura blood, even where the two touch.
void DenseBlood::keepBlood(const Grid& grid, const TaskContext& context) {
    std::vector<double> voxelMl;
    for (int k = firstSlice(); k <= lastSlice(); ++k)
        voxelMl.push_back(voxelVolumeMl(grid, k));
    for (std::size_t seed = 0; seed < m_traits.size(); ++seed) {
        if (seed % m_pixels == 0 && context.cancelled()) return;
        const std::vector<std::size_t> piece = pieceFrom(seed);
        double thickMl = 0;
        bool isHot = false;
        for (const std::size_t v : piece) {
            if (has(v, Thick) && has(v, NearHeat)) thickMl += voxelMl[v / m_pixels];
            isHot = isHot || has(v, Hot);
        }
        if (!isHot || thickMl < kLeastBloodMl) continue;
        for (const std::size_t v : piece)
            give(v, Kept);
    }
}

} // namespace hemo
