#pragma once

#include "core/raster/distance.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::raster {

/// A picture of yes and no, row by row.
struct Mask {
    int columns = 0;
    std::vector<std::uint8_t> set;
    int rows() const { return columns > 0 ? static_cast<int>(set.size()) / columns : 0; }
    std::size_t count() const;
};

/// Nothing set.
inline Mask emptyMask(int columns, std::size_t pixels) {
    return {columns, std::vector<std::uint8_t>(pixels)};
}

Mask inverted(Mask mask);

/// The largest region of set pixels that touch at a side; empty where none is set.
Mask largestRegion(const Mask& mask);

/// What can be reached from the set pixels of `seeds` over set pixels of `over`, by steps across a side.
/// Seeds that are not in `over` are no part of it.
Mask reachedFrom(const Mask& seeds, const Mask& over);

/// What is not set and cannot be reached from the border past set pixels.
Mask enclosedBy(const Mask& ring);

/// Closes holes and breaks up to twice `radius` pixels wide (dilation, then erosion with a diamond).
Mask closed(Mask mask, int radius);

/// Whatever lies within `mm` of the mask.
Mask widened(const Mask& mask, PixelMm pixel, double mm);

} // namespace hemo::raster
