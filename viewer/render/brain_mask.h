#pragma once

#include "viewer/render/volume_source.h"

namespace hemo::render {

/// One byte a voxel of the box: 1 in the largest connected body of voxels over `hu`. All 0 where there is
/// none.
std::vector<std::uint8_t> largestBodyOver(const VoxelBox& box, std::int16_t hu);

/// The mask and all within `mm` of it.
std::vector<std::uint8_t> grown(const VoxelBox& box, const std::vector<std::uint8_t>& mask, double mm);

/// Voxels of the mask over `hu` that are part of something at least `thicknessMm` thick, a millimetre of its
/// fading edge included. The mask's own rim counts as an end: a film along it is thin.
std::vector<std::uint8_t> thickParts(const VoxelBox& box, const std::vector<std::uint8_t>& mask,
                                     std::int16_t hu, double thicknessMm);

/// One byte a voxel: 1 inside the skull, a little clear of the bone. Found slice by slice as what bone
/// encloses when its gaps are closed, then as the largest body of that; empty where no such body is as large
/// as a brain's part in three thick slices. For looking at, not for measuring.
std::vector<std::uint8_t> insideSkull(const VoxelBox& box);

} // namespace hemo::render
