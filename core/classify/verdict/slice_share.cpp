#include "core/classify/verdict/slice_share.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

constexpr double kLowestHeadMm = 80; // a newborn's; files without positions often say 1 mm

/// From one slice to the next, or of the last one from the slice before it.
double stepMm(const Grid& grid, int after) {
    const int k = std::clamp(after, 0, grid.slices() - 2);
    return std::abs(grid.sliceOffsetMm(k + 1) - grid.sliceOffsetMm(k));
}

bool areStepsBelieved(const Grid& grid, Lengths lengths) {
    const int last = grid.slices() - 1;
    return lengths == Lengths::Known && last > 0 &&
           std::abs(grid.sliceOffsetMm(last) - grid.sliceOffsetMm(0)) >= kLowestHeadMm;
}

} // namespace

std::vector<double> sliceShares(const Grid& grid, Lengths lengths) {
    std::vector<double> shares(static_cast<std::size_t>(grid.slices()), 1);
    if (!areStepsBelieved(grid, lengths)) return shares;
    for (int k = 0; k < grid.slices(); ++k) {
        const double extentMm = (stepMm(grid, k - 1) + stepMm(grid, k)) / 2;
        shares[static_cast<std::size_t>(k)] = std::min(1.0, extentMm / kRuleSliceMm);
    }
    return shares;
}

} // namespace hemo
