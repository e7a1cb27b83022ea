#pragma once

#include "core/image/volume.h"

#include <limits>

namespace hemo::simulate {

/// A round bone flap that is taken out of the left side of a phantom's head.
struct Flap {
    double widthMm = 50;
    double fromZ = -200, toZ = 200; ///< in these slices alone, LPS mm
    double heightMm = std::numeric_limits<double>::infinity();
};

/// The same head without it: what was bone there is as dense as scalp.
VolumePtr openedSkull(const Volume& phantom, const Flap& flap);

} // namespace hemo::simulate
