#pragma once

#include "core/geometry/grid.h"

#include <optional>

namespace hemo {

/// A place at whose level a stack has no slice: beyond its ends or in a gap.
struct MissedLevel {
    int nearestSlice = 0;
    Vec3 toNearest; ///< from the place to that slice, along the grid's normal, mm
    bool operator==(const MissedLevel&) const = default;
};

/// None where a slice lies at the level of p: within half a step of the outermost slices, and in no gap
/// (`findGaps`). Where p lies in the plane does not matter.
std::optional<MissedLevel> missedLevel(const Grid& grid, PatientPoint p);

enum class Along { Up, Down }; ///< growing or falling slice number

/// The first slice beyond the level of p; the outermost one where there is none.
int sliceBeyond(const Grid& grid, PatientPoint p, Along along);

/// p at slice k, at the same place of the picture.
PatientPoint movedToSlice(const Grid& grid, PatientPoint p, int k);

/// The nearest place between the outermost voxel centres.
PatientPoint heldInside(const Grid& grid, PatientPoint p);

/// Between the slice planes of two stacks, degrees, 0 to 90: however they are ordered or turned.
double planesDifferDegrees(const Grid& a, const Grid& b);

} // namespace hemo
