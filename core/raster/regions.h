#pragma once

#include "core/raster/mask.h"

namespace hemo::raster {

/// The largest region of set places that touch at a side; empty where none is set.
Mask largestRegion(const Mask& mask);

/// What can be reached from the set places of `seeds` over set places of `over`, by steps across a side.
/// Seeds that are not in `over` are no part of it.
Mask reachedFrom(const Mask& seeds, const Mask& over);

/// What is not set and cannot be reached from the border past set pixels. Of one picture.
Mask enclosedBy(const Mask& ring);

} // namespace hemo::raster
