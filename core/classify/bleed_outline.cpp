#include "core/classify/bleed_outline.h"

#include "core/classify/head_middle.h"
#include "core/classify/skull.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

using namespace simulate;

constexpr float kHotShare = 0.4f, kLeastHeat = 0.5f; // of a run's greatest heat; log-odds
constexpr double kNearMm = 12;                       // half a place of the coarser maps
constexpr int kLeastBloodHu = 50, kMostBloodHu = 90;
constexpr double kLeastThicknessMm =
    3; // beside the rim: a thinner clot cannot be told from the seam of a skull
constexpr double kLeastVolumeMl = 0.3; // of one piece: less is noise or a vessel
constexpr double kLeastGoingOn = 0.3;  // of the last slice's outline
constexpr double kLeastOpenRimMm = 4;  // less is a vessel or a fold of the dura that leads away
constexpr double kThinSliceMm = 2.5;   // noisier: their neighbours are asked too

/// Whatever lies within `mm` of the mask.
Mask widened(const Mask& mask, PixelMm pixel, double mm) {
    const auto distance = signedDistance(mask.set, mask.columns, pixel);
    Mask out = mask;
    for (std::size_t n = 0; n < out.set.size(); ++n)
        out.set[n] = distance[n] >= -mm;
    return out;
}

/// The median of a voxel and its neighbours.
int medianAround(const Volume& volume, int i, int j, int k, int across) {
    const Grid& grid = volume.grid();
    std::array<std::int16_t, 27> values{};
    std::size_t n = 0;
    for (int z = std::max(0, k - across); z <= std::min(grid.slices() - 1, k + across); ++z)
        for (int y = std::max(0, j - 1); y <= std::min(grid.rows() - 1, j + 1); ++y)
            for (int x = std::max(0, i - 1); x <= std::min(grid.columns() - 1, i + 1); ++x)
                values[n++] = volume.at(x, y, z);
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(n / 2);
    std::nth_element(values.begin(), middle, values.begin() + static_cast<std::ptrdiff_t>(n));
    return *middle;
}

/// Noisy slices ask their neighbours too.
bool isDense(const Volume& volume, std::size_t pixel, int k) {
    const Grid& grid = volume.grid();
    const int across = grid.slices() > 1 && grid.typicalSpacingMm() < kThinSliceMm ? 1 : 0;
    const int hu = medianAround(volume, static_cast<int>(pixel % grid.columns()),
                                static_cast<int>(pixel / grid.columns()), k, across);
    return hu >= kLeastBloodHu && hu <= kMostBloodHu;
}

PatientPoint placeOf(const Grid& grid, std::size_t pixel, int k) {
    return grid.toPatient({double(pixel % grid.columns()), double(pixel / grid.columns()), double(k)});
}

/// What is as thick as a clot, not the grey seam along the skull, folds of the dura, vessels.
Mask withoutThinParts(const Mask& mask, PixelMm pixel) {
    if (mask.count() == 0) return mask;
    const auto depth = distanceInside(mask.set, mask.columns, pixel);
    Mask thick = mask;
    for (std::size_t n = 0; n < depth.size(); ++n)
        thick.set[n] = depth[n] > kLeastThicknessMm / 2;
    if (thick.count() == 0) return thick;
    thick = widened(thick, pixel, kLeastThicknessMm / 2);
    for (std::size_t n = 0; n < depth.size(); ++n)
        thick.set[n] = thick.set[n] && mask.set[n];
    return thick;
}

/// One slice on its way to an outline.
struct Slice {
    Mask deep;  ///< inside the skull, away from bone
    Mask dense; ///< of blood's density, near the heat, inside the skull
    Mask core;  ///< deep and dense
    Mask thick; ///< of the core, what no seam or vessel can be
    Mask hot;
};

Slice lookAt(const Volume& volume, const HotRegion& hot, int k, int boneFrom) {
    const Grid& grid = volume.grid();
    const Mask none = emptyMask(grid.columns(), grid.voxelsPerSlice());
    Skull skull = skullIn(volume, k, boneFrom);
    Slice slice{std::move(skull.deep), none, none, none, none};
    for (std::size_t n = 0; n < none.set.size(); ++n) {
        if (!skull.inside.set[n]) continue;
        const PatientPoint place = placeOf(grid, n, k);
        if (!hot.isNear(place, k)) continue;
        slice.dense.set[n] = isDense(volume, n, k);
        slice.core.set[n] = slice.dense.set[n] && slice.deep.set[n];
        slice.hot.set[n] = hot.isHot(place, k);
    }
    slice.thick = withoutThinParts(slice.core, {grid.columnSpacingMm(), grid.rowSpacingMm()});
    return slice;
}

/// Pieces of blood: cores that touch, across slices too; those that reach the heat and are thick somewhere.
class Pieces {
public:
    Pieces(const std::vector<Slice>& slices, const Grid& grid, int firstSlice)
        : m_slices(slices), m_grid(grid), m_pixels(grid.voxelsPerSlice()), m_seen(slices.size() * m_pixels) {
        for (std::size_t s = 0; s < slices.size(); ++s)
            m_voxelMl.push_back(voxelVolumeMl(grid, firstSlice + static_cast<int>(s)));
    }

    /// Voxels counted from the first slice on.
    std::vector<std::uint32_t> kept() {
        std::vector<std::uint32_t> all;
        for (std::size_t v = 0; v < m_seen.size(); ++v) {
            if (m_seen[v] || !isCore(v)) continue;
            const std::vector<std::uint32_t> piece = pieceFrom(v);
            double thickMl = 0;
            bool isHot = false;
            for (const std::uint32_t n : piece) {
                const Slice& slice = m_slices[n / m_pixels];
                if (slice.thick.set[n % m_pixels]) thickMl += m_voxelMl[n / m_pixels];
                isHot = isHot || slice.hot.set[n % m_pixels];
            }
            if (isHot && thickMl >= kLeastVolumeMl) all.insert(all.end(), piece.begin(), piece.end());
        }
        return all;
    }

private:
    bool isCore(std::size_t v) const { return m_slices[v / m_pixels].core.set[v % m_pixels] != 0; }

    std::vector<std::uint32_t> pieceFrom(std::size_t seed) {
        const auto columns = static_cast<std::size_t>(m_grid.columns());
        std::vector<std::uint32_t> piece;
        const auto visit = [&](std::size_t v) {
            if (m_seen[v] || !isCore(v)) return;
            m_seen[v] = true;
            piece.push_back(static_cast<std::uint32_t>(v));
        };
        visit(seed);
        for (std::size_t at = 0; at < piece.size(); ++at) {
            const std::size_t v = piece[at], n = v % m_pixels, x = n % columns;
            if (x > 0) visit(v - 1);
            if (x + 1 < columns) visit(v + 1);
            if (n >= columns) visit(v - columns);
            if (n + columns < m_pixels) visit(v + columns);
            if (v >= m_pixels) visit(v - m_pixels);
            if (v + m_pixels < m_seen.size()) visit(v + m_pixels);
        }
        return piece;
    }

    const std::vector<Slice>& m_slices;
    const Grid& m_grid;
    std::size_t m_pixels;
    std::vector<double> m_voxelMl; ///< one a slice
    std::vector<bool> m_seen;
};

/// Whether blood goes on in the slice beyond what lies near the heat, over a few millimetres of its rim.
bool goesOnInSlice(const Volume& volume, const HotRegion& hot, const Slice& slice, const Mask& kept, int k) {
    const Grid& grid = volume.grid();
    const auto columns = static_cast<std::size_t>(kept.columns);
    double rimMm = 0;
    for (std::size_t n = 0; n < kept.set.size(); ++n) {
        if (!kept.set[n]) continue;
        for (const std::size_t m : {n - 1, n + 1, n - columns, n + columns})
            if (slice.deep.set[m] && !kept.set[m] && !hot.isNear(placeOf(grid, m, k), k) &&
                isDense(volume, m, k))
                rimMm += grid.columnSpacingMm();
    }
    return rimMm > kLeastOpenRimMm;
}

/// Whether blood goes on in slice k, which is beside the last that was looked at.
bool goesOnInNext(const Volume& volume, const Mask& kept, int k, int boneFrom) {
    if (k < 0 || k >= volume.grid().slices() || kept.count() == 0) return false;
    const Skull next = skullIn(volume, k, boneFrom);
    double voxels = 0;
    for (std::size_t n = 0; n < kept.set.size(); ++n)
        voxels += kept.set[n] && next.deep.set[n] && isDense(volume, n, k);
    // A little of it may be the slope of the skull, which thick slices mix with brain.
    return voxels * voxelVolumeMl(volume.grid(), k) >= kLeastVolumeMl &&
           voxels >= kLeastGoingOn * static_cast<double>(kept.count());
}

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
    const PixelMm pixel{grid.columnSpacingMm(), grid.rowSpacingMm()};
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

} // namespace

HotRegion::HotRegion(const ProbabilityMap& heat, int firstSlice, int lastSlice)
    : m_heat(heat), m_first(firstSlice) {
    const Grid& grid = heat.grid;
    const auto pixels = static_cast<std::ptrdiff_t>(grid.voxelsPerSlice());
    const auto from = heat.values.begin() + firstSlice * pixels;
    const float greatest = *std::max_element(from, from + (lastSlice - firstSlice + 1) * pixels);
    const float enough = std::max(kLeastHeat, kHotShare * greatest);
    for (int k = firstSlice; k <= lastSlice; ++k) {
        Mask hot = emptyMask(grid.columns(), grid.voxelsPerSlice());
        const auto values = heat.values.begin() + k * pixels;
        std::transform(values, values + pixels, hot.set.begin(), [&](float v) { return v >= enough; });
        m_near.push_back(
            hot.count() > 0 ? widened(hot, {grid.columnSpacingMm(), grid.rowSpacingMm()}, kNearMm) : hot);
        m_hot.push_back(std::move(hot));
    }
}

bool HotRegion::isIn(const std::vector<Mask>& masks, PatientPoint p, int k) const {
    const Grid& grid = m_heat.grid;
    const Vec3 way = p - grid.slicePositions()[static_cast<std::size_t>(k)];
    const auto i = std::lround(dot(way, grid.rowDirection()) / grid.columnSpacingMm());
    const auto j = std::lround(dot(way, grid.columnDirection()) / grid.rowSpacingMm());
    const Mask& mask = masks[static_cast<std::size_t>(k - m_first)];
    return i >= 0 && j >= 0 && i < grid.columns() && j < grid.rows() &&
           mask.set[static_cast<std::size_t>(j) * grid.columns() + i];
}

std::vector<PatientPoint> HotRegion::places() const {
    std::vector<PatientPoint> all;
    for (int k = firstSlice(); k <= lastSlice(); ++k) {
        const Mask& hot = m_hot[static_cast<std::size_t>(k - m_first)];
        for (std::size_t n = 0; n < hot.set.size(); ++n)
            if (hot.set[n]) all.push_back(placeOf(m_heat.grid, n, k));
    }
    return all;
}

PatientPoint HotRegion::middle(int k) const {
    const Grid& grid = m_heat.grid;
    const std::size_t pixels = grid.voxelsPerSlice(), from = k * pixels;
    const auto values = std::span(m_heat.values).subspan(from, pixels);
    const auto hottest = std::max_element(values.begin(), values.end());
    Mask spot = emptyMask(grid.columns(), pixels), peak = spot;
    for (std::size_t n = 0; n < pixels; ++n)
        spot.set[n] = values[n] >= *hottest / 2;
    peak.set[static_cast<std::size_t>(hottest - values.begin())] = 1;
    // The region with the greatest value, not the largest: a second, weaker spot must not draw the place
    // away.
    const Mask region = reachedFrom(peak, spot);
    double i = 0, j = 0, sum = 0;
    for (std::size_t n = 0; n < pixels; ++n) {
        if (!region.set[n]) continue;
        sum += values[n];
        i += values[n] * double(n % region.columns), j += values[n] * double(n / region.columns);
    }
    if (sum <= 0) return grid.toPatient({(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, double(k)});
    return grid.toPatient({i / sum, j / sum, double(k)});
}

std::optional<BleedOutline> outlineBlood(const Volume& volume, const HotRegion& hot, int boneFrom,
                                         const TaskContext& context) {
    const Grid& grid = volume.grid();
    std::vector<Slice> slices;
    for (int k = hot.firstSlice(); k <= hot.lastSlice(); ++k) {
        if (context.cancelled()) return std::nullopt;
        slices.push_back(lookAt(volume, hot, k, boneFrom));
    }
    const std::size_t pixels = grid.voxelsPerSlice();
    std::vector<Mask> kept(slices.size(), emptyMask(grid.columns(), pixels));
    for (const std::uint32_t v : Pieces(slices, grid, hot.firstSlice()).kept())
        kept[v / pixels].set[v % pixels] = 1;

    BleedOutline outline;
    outline.isWhole = !goesOnInNext(volume, kept.front(), hot.firstSlice() - 1, boneFrom) &&
                      !goesOnInNext(volume, kept.back(), hot.lastSlice() + 1, boneFrom);
    for (std::size_t s = 0; s < slices.size(); ++s) {
        if (kept[s].count() == 0) continue;
        const int k = hot.firstSlice() + static_cast<int>(s);
        if (outline.isWhole) outline.isWhole = !goesOnInSlice(volume, hot, slices[s], kept[s], k);
        const Mask whole =
            grownToBone(kept[s], slices[s].dense, {grid.columnSpacingMm(), grid.rowSpacingMm()});
        for (std::size_t n = 0; n < pixels; ++n)
            if (whole.set[n]) outline.voxels.push_back(static_cast<std::uint32_t>(k * pixels + n));
        outline.volumeMl +=
            (static_cast<double>(whole.count()) + voxelsSharedWithBone(volume, whole, k, boneFrom)) *
            voxelVolumeMl(grid, k);
    }
    return outline.voxels.empty() ? std::nullopt : std::optional(std::move(outline));
}

std::vector<OutlineEdge> outlineEdges(const BleedOutline& outline, const Grid& grid, int k) {
    const std::size_t pixels = grid.voxelsPerSlice(), from = k * pixels;
    const auto first = std::lower_bound(outline.voxels.begin(), outline.voxels.end(), from);
    const auto last = std::lower_bound(first, outline.voxels.end(), from + pixels);
    const auto has = [&](int i, int j) {
        return i >= 0 && j >= 0 && i < grid.columns() && j < grid.rows() &&
               std::binary_search(first, last, from + static_cast<std::size_t>(j) * grid.columns() + i);
    };
    std::vector<OutlineEdge> edges;
    for (auto v = first; v != last; ++v) {
        const int i = static_cast<int>((*v - from) % grid.columns()),
                  j = static_cast<int>((*v - from) / grid.columns());
        const double left = i - 0.5, right = i + 0.5, top = j - 0.5, bottom = j + 0.5, at = k;
        if (!has(i - 1, j)) edges.push_back({{left, top, at}, {left, bottom, at}});
        if (!has(i + 1, j)) edges.push_back({{right, top, at}, {right, bottom, at}});
        if (!has(i, j - 1)) edges.push_back({{left, top, at}, {right, top, at}});
        if (!has(i, j + 1)) edges.push_back({{left, bottom, at}, {right, bottom, at}});
    }
    return edges;
}

double voxelVolumeMl(const Grid& grid, int k) {
    const std::vector<Gap> gaps = findGaps(grid);
    const auto stepAfter = [&](int s) {
        const auto gap = std::find_if(gaps.begin(), gaps.end(), [&](const Gap& g) { return g.after == s; });
        return gap != gaps.end() ? gap->expectedMm : grid.sliceOffsetMm(s + 1) - grid.sliceOffsetMm(s);
    };
    const int last = grid.slices() - 1;
    const double below = k > 0 ? stepAfter(k - 1) : last > 0 ? stepAfter(0) : 0;
    const double above = k < last ? stepAfter(k) : below;
    return grid.columnSpacingMm() * grid.rowSpacingMm() * (below + above) / 2 / 1000;
}

} // namespace hemo
