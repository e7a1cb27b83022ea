#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <span>
#include <vector>

/// Sets of a stack's voxels, each by its number as they lie in a Volume, in order and once.
namespace hemo {

/// From corner to corner of a voxel, along the rim of a set.
struct VoxelEdge {
    VoxelIndex from, to;
    bool operator==(const VoxelEdge&) const = default;
};
/// The rim of those that lie in slice k.
std::vector<VoxelEdge> edgesInSlice(std::span<const std::uint32_t> voxels, const Grid& grid, int k);

/// Those that lie in slice k.
std::span<const std::uint32_t> inSlice(std::span<const std::uint32_t> voxels, const Grid& grid, int k);

/// The part of the step from slice `after` to the next one that was scanned: 1 but where it is a gap, of
/// which only what was expected between slices belongs to them.
double scannedPart(const std::vector<Gap>& gaps, int after);

/// What a voxel of slice k stands for: half way to both neighbours by the slices' own positions; what lies in
/// a gap was not scanned and belongs to none.
double voxelVolumeMl(const Grid& grid, int k);

} // namespace hemo
