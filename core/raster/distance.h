#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::raster {

/// A picture's pixel size, mm.
struct PixelMm {
    double across = 1, down = 1;
};
inline PixelMm pixelMm(const Grid& grid) {
    return {grid.columnSpacingMm(), grid.rowSpacingMm()};
}

/// Distance of every pixel that is set to the nearest one that is not, mm; 0 where it is not set. The border
/// of the picture is no edge. Exact, by parabolas (Felzenszwalb and Huttenlocher 2012). `columns` x rows.
std::vector<float> distanceInside(std::span<const std::uint8_t> mask, int columns, PixelMm pixel);

/// Positive inside the mask, negative outside, mm.
std::vector<float> signedDistance(std::span<const std::uint8_t> mask, int columns, PixelMm pixel);

} // namespace hemo::raster
