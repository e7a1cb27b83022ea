#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo {

/// LPS mm.
struct RimLine {
    PatientPoint from, to;
};

/// Where a plane cuts the surface of a set of a stack's voxels (`core/geometry/voxels.h`): pieces of a rim,
/// in no order. The plane goes through `through`, across the unit vector `normal`, however it lies to the
/// slices; in an acquired slice the pieces are edges of pixels. A voxel reaches half way to its neighbours
/// and not into a gap, as its volume is counted.
std::vector<RimLine> rimInPlane(std::span<const std::uint32_t> voxels, const Grid& grid, PatientPoint through,
                                Vec3 normal);

/// Whether the plane cuts any of them.
bool isCut(std::span<const std::uint32_t> voxels, const Grid& grid, PatientPoint through, Vec3 normal);

} // namespace hemo
