#pragma once

#include "core/raster/mask.h"
#include "viewer/render/volume_source.h"

namespace hemo::render {

raster::PixelMm voxelMm(const VoxelBox& box);

/// The largest connected body of voxels over `hu`, on either side of a gap one; empty where there is none.
raster::Mask largestBodyOver(const VoxelBox& box, std::int16_t hu);

/// Voxels of the mask over `hu` that are part of something at least `thicknessMm` thick, a millimetre of its
/// fading edge included. The mask's own rim counts as an end: a film along it is thin.
raster::Mask thickParts(const VoxelBox& box, const raster::Mask& mask, std::int16_t hu, double thicknessMm);

/// Inside the skull, a little clear of the bone: of what bone encloses in the slices (core/anatomy), the
/// largest body, on either side of a gap one; of no voxels at all where no such body is as large as a brain's
/// part in three thick slices. For looking at, not for measuring.
raster::Mask insideSkull(const VoxelBox& box);

} // namespace hemo::render
