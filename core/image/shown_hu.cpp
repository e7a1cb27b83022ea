#include "core/image/shown_hu.h"

#include <cmath>

namespace hemo {
namespace {

/// A place this near to an acquired slice is read from it.
constexpr double kOnSliceMm = 0.05;

std::optional<int> known(std::int16_t hu) {
    return hu == kOutsideHu ? std::nullopt : std::optional<int>(hu);
}

} // namespace

std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place) {
    if (!native || !native->grid().contains(place)) return std::nullopt;
    const Grid& grid = native->grid();
    const int k = grid.nearestSlice(place);
    const double offMm = dot(place - grid.slicePositions()[static_cast<std::size_t>(k)], grid.normal());
    if (std::abs(offMm) <= kOnSliceMm) return known(native->valueAt(place));
    return regular ? known(regular->valueAt(place)) : std::nullopt;
}

} // namespace hemo
