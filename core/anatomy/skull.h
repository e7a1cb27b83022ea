#pragma once

#include "core/image/volume.h"
#include "core/raster/mask.h"

#include <cstdint>
#include <span>

namespace hemo {

/// What counts as bone in a volume: lower where brighter values were cut off.
int boneFromHu(int highestHu);

/// One axial slice, row by row, and what bone is in it.
struct BonySlice {
    std::span<const std::int16_t> hu;
    int columns = 0;
    raster::PixelMm pixel;
    int boneFrom = 0;    ///< HU
    double sutureMm = 5; ///< how wide a hole of thin bone is no break: more where pixels are coarse
};
BonySlice bonySlice(const Volume& volume, int k, int boneFrom);

/// The inside of the skull in one slice: what the largest bone closes in; sutures do not open it. Empty where
/// bone closes in nothing of a brain's size, as below the skull's base.
raster::Mask skullInside(const BonySlice& bony);

inline constexpr double kBoneRimMm = 1.5; ///< beside bone a voxel holds both

/// The inside of the skull in one slice; empty where there is none. A wall of the orbit that is thinner than
/// a thin slice shows opens the skull, and so does a bone flap that was taken out: breaks of up to 13 cm are
/// bridged, since what bleeds behind them must not go missing.
struct Skull {
    raster::Mask inside;
    raster::Mask breaks; ///< the inside's edge along what was bridged: what goes on there, nobody knows
};

/// Where bone parts what it closes in, as at the base: the largest part if it is as large as a brain's, or
/// all of them, however small.
enum class Parts { Largest, All };

Skull skullIn(const BonySlice& bony, Parts parts = Parts::Largest);

} // namespace hemo
