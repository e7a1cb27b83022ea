#pragma once

#include "core/image/rgba_image.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo {

/// `from` less `off`, pixel by pixel, HU; kOutsideHu where either of the two is, and where both are air,
/// whose noise would be seen round every head. Both have the same size.
std::vector<std::int16_t> differenceOf(std::span<const std::int16_t> from, std::span<const std::int16_t> off);

/// The colour of a difference on a scale from -reachHu to +reachHu: blue for less, orange for more, dark
/// where there is none, lighter to both ends. Told apart by the colour-blind, too, and as light on either
/// side.
Rgba differenceColour(double hu, double reachHu);

/// Each value in its colour; black where it is kOutsideHu. As many values as width x height.
RgbaImage differencePicture(std::span<const std::int16_t> difference, int width, int height, double reachHu);

/// The scale from +reachHu on top to -reachHu, a pixel wide.
RgbaImage differenceScale(int rows);

} // namespace hemo
