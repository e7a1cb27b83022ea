#include "core/classify/findings/suspicious_runs.h"

#include "core/classify/findings/dense_blood.h"
#include "core/raster/distance.h"
#include "core/raster/regions.h"

#include <algorithm>

namespace hemo {
namespace {

using namespace raster;

constexpr double kTouchingMm = 6; // thin slices flicker about the threshold: a dip is no end
constexpr double kLongestDipMm = 25;
// Of both runs: what is thin in the dip hangs together with what is thick there.
constexpr double kLookedIntoMm = 12;

double wayMm(const Grid& grid, int fromSlice, int toSlice) {
    return grid.sliceOffsetMm(toSlice) - grid.sliceOffsetMm(fromSlice);
}

/// The dip between two runs, and of both as much as is looked into.
SliceRun aroundDip(const Grid& grid, const SliceRun& below, const SliceRun& above) {
    SliceRun window{below.last, above.first};
    while (window.first > below.first && wayMm(grid, window.first - 1, below.last) <= kLookedIntoMm)
        --window.first;
    while (window.last < above.last && wayMm(grid, above.first, window.last + 1) <= kLookedIntoMm)
        ++window.last;
    return window;
}

/// What of slice k is blood and lies over, or a slope aside of, what was reached in the slice before.
Mask reachedIn(const DenseBlood& blood, int k, const Mask& before, PixelMm pixel) {
    const Mask kept = blood.maskOf(k, DenseBlood::Kept);
    return reachedFrom(widened(before, pixel, kSlopeMm), kept);
}

/// Whether what is outlined at one run's end goes on through every slice of the dip into the other's.
bool goesOnBetween(const SliceRun& below, const SliceRun& above, const Volume& volume,
                   const ProbabilityMap& heat, int boneFrom, const TaskContext& context) {
    const Grid& grid = volume.grid();
    if (wayMm(grid, below.last, above.first) > kLongestDipMm) return false;
    const SliceRun window = aroundDip(grid, below, above);
    const HotRegion hot(heat, window.first, window.last);
    const DenseBlood blood(volume, hot, boneFrom, context);
    if (context.cancelled()) return false;
    Mask reached = blood.maskOf(below.last, DenseBlood::Kept);
    const std::size_t other = blood.maskOf(above.first, DenseBlood::Kept).count();
    // Of the smaller of both ends: less is a vein or a fold between two bleeds.
    const double least = kLeastGoingOn * static_cast<double>(std::min(reached.count(), other));
    for (int k = below.last + 1; k <= above.first; ++k) {
        if (reached.count() == 0) return false;
        reached = reachedIn(blood, k, reached, pixelMm(grid));
        if (static_cast<double>(reached.count()) < least) return false;
    }
    return reached.count() > 0;
}

} // namespace

std::vector<SliceRun> suspiciousRuns(const Grid& grid, const Prediction& prediction) {
    const std::vector<bool> suspicious = suspiciousSlices(prediction);
    std::vector<SliceRun> runs;
    for (int k = 0; k < static_cast<int>(suspicious.size()); ++k) {
        if (!suspicious[static_cast<std::size_t>(k)]) continue;
        const bool goesOn =
            !runs.empty() && (k == runs.back().last + 1 || wayMm(grid, runs.back().last, k) <= kTouchingMm);
        if (!goesOn) runs.push_back({k, k});
        runs.back().last = k;
    }
    return runs;
}

std::vector<SliceRun> joinedByBlood(const std::vector<SliceRun>& runs, const Volume& volume,
                                    const ProbabilityMap& heat, int boneFrom, const TaskContext& context) {
    std::vector<SliceRun> joined;
    for (const SliceRun& run : runs) {
        if (!joined.empty() && goesOnBetween(joined.back(), run, volume, heat, boneFrom, context))
            joined.back().last = run.last;
        else
            joined.push_back(run);
    }
    return joined;
}

} // namespace hemo
