#pragma once

#include "core/image/volume.h"
#include "core/raster/regions.h"

#include <cstdint>
#include <span>

namespace hemo {

/// What counts as bone in a volume: lower where brighter values were cut off.
int boneFromHu(int highestHu);

/// The inside of the skull in one slice: what the largest bone closes in; sutures do not open it. Empty where
/// bone closes in nothing of a brain's size, as below the skull's base.
raster::Mask skullInside(std::span<const std::int16_t> hu, int columns, raster::PixelMm pixel, int boneFrom);

inline constexpr double kBoneRimMm = 1.5; ///< beside bone a voxel holds both

/// The inside of the skull in one slice, and of that what no bone is mixed with. All empty where there is
/// none. A wall of the orbit that is thinner than a thin slice shows opens the skull, and so does a bone flap
/// that was taken out: breaks of up to 6 cm are bridged, since what bleeds behind them must not go missing.
struct Skull {
    raster::Mask inside, deep;
    raster::Mask breaks; ///< the inside's edge along what was bridged: what goes on there, nobody knows
};
/// `boneFrom`: HU from which on a voxel is taken for bone (`boneFromHu`).
Skull skullIn(const Volume& volume, int k, int boneFrom);

} // namespace hemo
