#pragma once

#include "core/image/volume.h"
#include "core/task.h"

#include <cstdint>
#include <optional>
#include <span>

namespace hemo {

/// How thick blood is that lies along the skull, within an acquired slice and upright on the bone.
struct Thickness {
    PatientPoint atSkull, inside; ///< its ends, LPS mm
    int slice = 0;
    double mm() const { return length(inside - atSkull); }
};

/// The widest place of it, in whichever slice: between bone and the blood's far side nothing but blood, and
/// the rim beside the bone whose voxels hold both. In thin slices it must be about as thick over 5 mm along
/// the head, so that the edge of a bone in one of them does not count. `blood`: voxels of the volume, in
/// order. None where it does not reach the skull, where no slice has a closed one, or it was cancelled;
/// nothing is measured from a break of the skull. Some 30 ms for a slice of 512 x 512 that holds blood; any
/// thread.
std::optional<Thickness> thickestAlongSkull(const Volume& volume, std::span<const std::uint32_t> blood,
                                            int boneFrom, const TaskContext& context);

} // namespace hemo
