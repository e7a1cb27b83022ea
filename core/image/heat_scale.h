#pragma once

#include "core/image/overlay.h"

#include <span>

namespace hemo {

/// A heat map's colours as they come out over pictures of these greys, a column for each: full evidence at
/// the top, the gate at the bottom. Made as a picture's are (`laidOver`), so that a legend cannot disagree
/// with it.
RgbaImage heatScale(int rows, std::span<const Rgba> under, const OverlayStyle& style);

} // namespace hemo
