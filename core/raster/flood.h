#pragma once

#include "core/raster/mask.h"

#include <vector>

namespace hemo::raster {

/// Goes on from the places in `reached` by steps across a side, and from one slice of a stack to the next,
/// over every place that `take(place, from)` says yes to; these are added in the order in which they are
/// reached. `take` must say no to a place that it has taken.
template <class Take> void flood(std::vector<std::size_t>& reached, Shape shape, Take take) {
    // Short numbers are divided far faster; two thousand slices of 1024 x 1024 fit.
    const auto row = static_cast<std::uint32_t>(shape.columns);
    const std::uint32_t slice = row * static_cast<std::uint32_t>(shape.rows);
    const std::size_t all = shape.size();
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const std::size_t n = reached[at];
        const auto place = static_cast<std::uint32_t>(n);
        const std::uint32_t x = place % row, inSlice = shape.slices > 1 ? place % slice : place;
        const auto visit = [&](std::size_t next) {
            if (take(next, n)) reached.push_back(next);
        };
        if (x > 0) visit(n - 1);
        if (x + 1 < row) visit(n + 1);
        if (inSlice >= row) visit(n - row);
        if (inSlice + row < slice) visit(n + row);
        if (n >= slice) visit(n - slice);
        if (n + slice < all) visit(n + slice);
    }
}

} // namespace hemo::raster
