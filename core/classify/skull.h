#pragma once

#include "core/image/volume.h"
#include "core/simulate/regions.h"

namespace hemo {

inline constexpr double kBoneRimMm = 1.5; ///< beside bone a voxel holds both

/// The inside of the skull in one slice, and of that what no bone is mixed with. Both empty where there is
/// none.
struct Skull {
    simulate::Mask inside, deep;
};
/// `boneFrom`: HU from which on a voxel is taken for bone (`boneFromHu`).
Skull skullIn(const Volume& volume, int k, int boneFrom);

} // namespace hemo
