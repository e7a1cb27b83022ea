#include "core/classify/findings/outline_end.h"

#include "core/classify/findings/findings.h"
#include "core/geometry/voxels.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {

using namespace raster;

namespace {

constexpr double kLeastBeyondMm2 = 30; // less is a vessel
constexpr double kFadingMm = 12;       // over two slices of the usual 5 mm
constexpr double kMostThinShare = 0.1; // of the volume: as much as outlines are measured too small

/// What of slice k was not kept, though it hangs together with what was.
struct GoingOn {
    double thinMl = 0;    ///< too thin to be followed
    bool isThick = false; ///< as thick as a clot, behind a thin part or across a break
};

GoingOn goesOnInSlice(const DenseBlood& blood, const Mask& kept, int k, const Grid& grid) {
    const PixelMm pixel = pixelMm(grid);
    const Mask reached = reachedFrom(kept, blood.maskOf(k, DenseBlood::Core));
    Mask thick = blood.maskOf(k, DenseBlood::Thick);
    double thin = 0;
    for (std::size_t n = 0; n < kept.set.size(); ++n) {
        thin += reached.set[n] && !kept.set[n] && !thick.set[n];
        thick.set[n] = thick.set[n] && !kept.set[n];
    }
    const double thinMl = thin * voxelVolumeMl(grid, k), pixelMm2 = pixel.across * pixel.down;
    if (static_cast<double>(thick.count()) * pixelMm2 <= kLeastBeyondMm2) return {thinMl, false};
    const Mask across = widened(kept, pixel, 2 * kFollowedMm);
    Mask seeds = thick;
    for (std::size_t n = 0; n < kept.set.size(); ++n)
        seeds.set[n] = thick.set[n] && (reached.set[n] || across.set[n]);
    const double beyondMm2 = static_cast<double>(reachedFrom(seeds, thick).count()) * pixelMm2;
    return {thinMl, beyondMm2 > kLeastBeyondMm2};
}

/// Whether slices are missing next to slice k: what blood they hold is not known.
bool isBesideGap(const std::vector<Gap>& gaps, int k) {
    return std::any_of(gaps.begin(), gaps.end(),
                       [k](const Gap& g) { return g.after == k || g.after + 1 == k; });
}

/// Whether a suspicious slice lies well away from all that have an outline: blood is too faint to measure
/// there, as under a sloping vault. A slice or two may be suspicious because they lie beside blood.
bool fadesOut(const std::vector<int>& outlined, int first, int last, const Grid& grid) {
    for (int k = first; k <= last; ++k) {
        const bool isNear = std::any_of(outlined.begin(), outlined.end(), [&](int o) {
            return std::abs(grid.sliceOffsetMm(o) - grid.sliceOffsetMm(k)) <= kFadingMm;
        });
        if (!isNear) return true;
    }
    return false;
}

} // namespace

bool endsWithItsBlood(const DenseBlood& blood, std::span<const SliceOfBlood> beyond, double volumeMl,
                      const Volume& volume, int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    const std::vector<Gap> gaps = findGaps(grid);
    const int first = blood.firstSlice(), last = blood.lastSlice();
    std::vector<int> outlined;
    for (int k = first; k <= last; ++k)
        if (blood.maskOf(k, DenseBlood::Kept).count() > 0) outlined.push_back(k);
    const auto isOutlined = [&](int k) {
        return std::ranges::binary_search(outlined, k) ||
               std::ranges::find(beyond, k, &SliceOfBlood::slice) != beyond.end();
    };
    const auto endsAt = [&](int k, const Mask& kept) {
        return !isBesideGap(gaps, k) && std::ranges::all_of(std::array{k - 1, k + 1}, [&](int next) {
            return isOutlined(next) || !goesOnIn(volume, kept, next, boneFrom);
        });
    };
    double thinMl = 0;
    for (const SliceOfBlood& each : beyond) {
        if (context.cancelled() || !endsAt(each.slice, each.kept)) return false;
        thinMl += each.leftMl;
    }
    for (const int k : outlined) {
        if (context.cancelled()) return false;
        const Mask kept = blood.maskOf(k, DenseBlood::Kept);
        const GoingOn on = goesOnInSlice(blood, kept, k, grid);
        thinMl += on.thinMl;
        if (on.isThick || blood.endsAtBreak(k) || !endsAt(k, kept)) return false;
    }
    return thinMl <= kMostThinShare * volumeMl && !fadesOut(outlined, first, last, grid);
}

} // namespace hemo
