#pragma once

#include "core/raster/mask.h"

#include <vector>

namespace hemo::raster {

/// Distance of every place that is set to the nearest one that is not, mm; 0 where it is not set. The border
/// of the picture is no edge. Exact, by parabolas (Felzenszwalb and Huttenlocher 2012).
std::vector<float> distanceInside(const Mask& mask, PixelMm pixel);

/// Positive inside the mask, negative outside, mm.
std::vector<float> signedDistance(const Mask& mask, PixelMm pixel);

/// Whatever lies within `mm` of the mask.
Mask widened(const Mask& mask, PixelMm pixel, double mm);

/// What lies deeper than `mm` within the mask.
Mask narrowed(const Mask& mask, PixelMm pixel, double mm);

/// Closes holes and breaks of up to twice `mm`.
Mask closed(const Mask& mask, PixelMm pixel, double mm);

} // namespace hemo::raster
