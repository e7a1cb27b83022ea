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

std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place,
                           const Slab& slab, Vec3 normal, bool isNative) {
    if (slab.thicknessMm <= 0) return shownHu(native, regular, place);
    if (!native || (!isNative && !regular)) return std::nullopt;
    const Grid& grid = native->grid();
    const auto offsetsMm = isNative ? slabOverSlices(slab, grid, grid.nearestSlice(place))
                                    : slabOverVoxels(slab, regular->grid());
    const Vec3 along = isNative ? grid.normal() : normal;
    SlabValues together(slab.kind, 1);
    for (const double mm : offsetsMm) {
        const auto hu = shownHu(native, regular, place + along * mm);
        const auto value = static_cast<std::int16_t>(hu.value_or(kOutsideHu));
        together.add({&value, 1});
    }
    return known(together.result().front());
}

} // namespace hemo
