#include "core/raster/regions.h"

#include "core/raster/flood.h"

#include <utility>

namespace hemo::raster {
namespace {

/// Takes each place that is left once.
auto takeFrom(Mask& left) {
    return [&left](std::size_t place, std::size_t) { return std::exchange(left.set[place], 0) != 0; };
}

} // namespace

Mask largestRegion(const Mask& mask) {
    Mask left = mask;
    std::vector<std::size_t> region, largest;
    for (std::size_t n = 0; n < left.set.size(); ++n) {
        if (!left.set[n]) continue;
        left.set[n] = 0;
        region.assign(1, n);
        flood(region, mask.shape(), takeFrom(left));
        if (region.size() > largest.size()) largest.swap(region);
    }
    Mask out = emptyMask(mask.shape());
    for (const std::size_t n : largest)
        out.set[n] = 1;
    return out;
}

Mask reachedFrom(const Mask& seeds, const Mask& over) {
    Mask left = over, out = emptyMask(over.shape());
    std::vector<std::size_t> reached;
    for (std::size_t n = 0; n < seeds.set.size(); ++n)
        if (seeds.set[n] && std::exchange(left.set[n], 0)) reached.push_back(n);
    flood(reached, over.shape(), takeFrom(left));
    for (const std::size_t n : reached)
        out.set[n] = 1;
    return out;
}

Mask enclosedBy(const Mask& ring) {
    Mask border = emptyMask(ring.shape());
    const int rows = ring.rows();
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < ring.columns; ++x)
            if (x == 0 || y == 0 || x + 1 == ring.columns || y + 1 == rows)
                border.set[static_cast<std::size_t>(y) * ring.columns + x] = 1;
    const Mask outside = reachedFrom(border, inverted(ring));
    return maskOf(ring.shape(), [&](std::size_t n) { return !outside.set[n] && !ring.set[n]; });
}

} // namespace hemo::raster
