#include "core/classify/findings/bleed_sides.h"

#include "core/geometry/voxels.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace hemo {
namespace {

constexpr double kMidlineMm = 6;        // as near as the heat can tell
constexpr double kSpreadMm = 10;        // as far as heat spreads round what it means
constexpr double kLeastShare = 0.1;     // of a finding: less is its edge, or noise
constexpr double kLeastOutlineMl = 0.5; // less may be a fold of the dura beside the blood

/// How much of a finding lies beyond the midline on either side, and in all.
struct Amounts {
    double left = 0, right = 0, all = 0;

    void add(double leftMm, double amount, double midlineMm) {
        all += amount;
        if (leftMm > midlineMm) left += amount;
        if (leftMm < -midlineMm) right += amount;
    }
};

Amounts millilitres(const BleedOutline& outline, const Grid& grid, const HeadMiddle& middle) {
    Amounts ml;
    std::size_t slice = 0;
    double voxelMl = voxelVolumeMl(grid, 0);
    for (const std::uint32_t v : outline.voxels) {
        const std::size_t k = v / grid.voxelsPerSlice(), n = v % grid.voxelsPerSlice();
        if (k != slice) voxelMl = voxelVolumeMl(grid, static_cast<int>(k));
        slice = k;
        ml.add(middle.leftMm(grid.toPatient(grid.voxelOfSlice(n, static_cast<int>(k)))), voxelMl, kMidlineMm);
    }
    return ml;
}

Amounts hotPlaces(const HotRegion& hot, const HeadMiddle& middle) {
    Amounts places;
    for (const PatientPoint& place : hot.places())
        places.add(middle.leftMm(place), 1, kMidlineMm + kSpreadMm);
    return places;
}

} // namespace

FindingSide sideOf(const HeadMiddle& middle, PatientPoint place) {
    const double leftMm = middle.leftMm(place);
    if (std::abs(leftMm) < kMidlineMm) return FindingSide::Midline;
    return leftMm > 0 ? FindingSide::Left : FindingSide::Right;
}

std::vector<FindingSide> bleedSides(const Finding& finding, const HotRegion& hot, const Grid& grid,
                                    const HeadMiddle& middle) {
    std::vector<FindingSide> sides;
    if (finding.place) sides.push_back(sideOf(middle, *finding.place));
    const Amounts found =
        finding.outline ? millilitres(*finding.outline, grid, middle) : hotPlaces(hot, middle);
    const double least = std::max(kLeastShare * found.all, finding.outline ? kLeastOutlineMl : 1);
    const auto add = [&](FindingSide side, double amount) {
        const bool isNamed = std::find(sides.begin(), sides.end(), side) != sides.end();
        if (amount >= least && !isNamed) sides.push_back(side);
    };
    const bool isMostlyRight = found.right > found.left;
    if (isMostlyRight) add(FindingSide::Right, found.right);
    add(FindingSide::Left, found.left);
    add(FindingSide::Right, found.right);
    return sides;
}

} // namespace hemo
