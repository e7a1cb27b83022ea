#pragma once

#include "core/geometry/grid.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hemo::raster {

/// How many pixels a picture has, or voxels a stack of pictures.
struct Shape {
    int columns = 0, rows = 0, slices = 1;
    std::size_t size() const { return static_cast<std::size_t>(columns) * rows * slices; }
};

/// The size of one, mm. Of a picture by itself `through` says nothing.
struct PixelMm {
    double across = 1, down = 1, through = 1;
};
inline PixelMm pixelMm(const Grid& grid) {
    return {grid.columnSpacingMm(), grid.rowSpacingMm()};
}

/// Column and row of a pixel.
struct PixelPlace {
    double i = 0, j = 0;
};

/// A picture of yes and no, row by row, or a stack of such, one after the other.
struct Mask {
    int columns = 0;
    std::vector<std::uint8_t> set;
    int slices = 1;

    int rows() const { return columns > 0 ? static_cast<int>(set.size()) / slices / columns : 0; }
    Shape shape() const { return {columns, rows(), slices}; }
    /// Of the n-th pixel of a picture.
    PixelPlace placeOf(std::size_t n) const {
        const std::size_t j = n / static_cast<std::size_t>(columns);
        return {static_cast<double>(n - j * columns), static_cast<double>(j)};
    }
    std::size_t count() const;
};

/// Nothing set.
inline Mask emptyMask(int columns, std::size_t pixels) {
    return {columns, std::vector<std::uint8_t>(pixels)};
}
inline Mask emptyMask(Shape shape) {
    return {shape.columns, std::vector<std::uint8_t>(shape.size()), shape.slices};
}

/// What `isSet` says of every place, which is counted row by row.
template <class IsSet> Mask maskOf(Shape shape, IsSet isSet) {
    Mask mask = emptyMask(shape);
    for (std::size_t n = 0; n < mask.set.size(); ++n)
        mask.set[n] = isSet(n);
    return mask;
}

Mask inverted(Mask mask);

} // namespace hemo::raster
