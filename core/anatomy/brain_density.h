#pragma once

#include "core/raster/mask.h"

#include <cstdint>
#include <span>

namespace hemo {

/// Whether what is inside has a brain's density: its median, 18 to 52 HU. Nothing has none.
bool hasBrainsDensity(std::span<const std::int16_t> hu, const raster::Mask& inside);

} // namespace hemo
