#pragma once

#include "core/geometry/grid.h"

namespace hemo {

/// The middle of a stack's n-th voxel, counted as they lie in a Volume. LPS mm.
inline PatientPoint placeOfVoxel(const Grid& grid, std::size_t n) {
    const std::size_t perSlice = grid.voxelsPerSlice();
    return grid.toPatient(grid.voxelOfSlice(n % perSlice, static_cast<int>(n / perSlice)));
}

} // namespace hemo
