#include "core/raster/regions.h"

#include <algorithm>

namespace hemo::raster {
namespace {

/// Every pixel that can be reached from `seeds` over pixels where `isOpen`; they are marked with `label`.
template <class IsOpen>
std::size_t flood(std::vector<std::size_t> seeds, int columns, int rows, std::vector<int>& labels, int label,
                  IsOpen isOpen) {
    const auto width = static_cast<std::size_t>(columns);
    std::size_t reached = 0;
    const auto visit = [&](std::size_t n) {
        if (labels[n] != 0 || !isOpen(n)) return;
        labels[n] = label;
        seeds.push_back(n);
    };
    std::vector<std::size_t> start;
    start.swap(seeds);
    for (const std::size_t n : start)
        visit(n);
    while (!seeds.empty()) {
        const std::size_t n = seeds.back();
        seeds.pop_back();
        ++reached;
        const auto x = static_cast<int>(n % width), y = static_cast<int>(n / width);
        if (x > 0) visit(n - 1);
        if (x + 1 < columns) visit(n + 1);
        if (y > 0) visit(n - width);
        if (y + 1 < rows) visit(n + width);
    }
    return reached;
}

Mask grown(const Mask& mask) {
    Mask out = mask;
    const int rows = mask.rows();
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < mask.columns; ++x) {
            const auto n = static_cast<std::size_t>(y) * mask.columns + x;
            const auto at = [&](int dx, int dy) {
                return mask.set[n + dx + std::ptrdiff_t(dy) * mask.columns];
            };
            out.set[n] = mask.set[n] || (x > 0 && at(-1, 0)) || (x + 1 < mask.columns && at(1, 0)) ||
                         (y > 0 && at(0, -1)) || (y + 1 < rows && at(0, 1));
        }
    return out;
}

} // namespace

std::size_t Mask::count() const {
    return static_cast<std::size_t>(std::count(set.begin(), set.end(), 1));
}

Mask inverted(Mask mask) {
    for (std::uint8_t& s : mask.set)
        s = !s;
    return mask;
}

Mask largestRegion(const Mask& mask) {
    std::vector<int> labels(mask.set.size());
    int label = 0, best = -1;
    std::size_t largest = 0;
    for (std::size_t n = 0; n < mask.set.size(); ++n) {
        if (!mask.set[n] || labels[n]) continue;
        const std::size_t size = flood({n}, mask.columns, mask.rows(), labels, ++label,
                                       [&](std::size_t m) { return mask.set[m] != 0; });
        if (size > largest) {
            largest = size;
            best = label;
        }
    }
    Mask region{mask.columns, std::vector<std::uint8_t>(mask.set.size())};
    for (std::size_t n = 0; n < labels.size(); ++n)
        region.set[n] = labels[n] == best;
    return region;
}

Mask reachedFrom(const Mask& seeds, const Mask& over) {
    std::vector<std::size_t> start;
    for (std::size_t n = 0; n < seeds.set.size(); ++n)
        if (seeds.set[n]) start.push_back(n);
    std::vector<int> labels(over.set.size());
    flood(std::move(start), over.columns, over.rows(), labels, 1,
          [&](std::size_t n) { return over.set[n] != 0; });
    Mask reached{over.columns, std::vector<std::uint8_t>(over.set.size())};
    std::copy(labels.begin(), labels.end(), reached.set.begin());
    return reached;
}

Mask enclosedBy(const Mask& ring) {
    std::vector<std::size_t> border;
    const int rows = ring.rows();
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < ring.columns; ++x)
            if (x == 0 || y == 0 || x + 1 == ring.columns || y + 1 == rows)
                border.push_back(static_cast<std::size_t>(y) * ring.columns + x);
    std::vector<int> labels(ring.set.size());
    flood(std::move(border), ring.columns, rows, labels, 1, [&](std::size_t n) { return ring.set[n] == 0; });
    Mask inside{ring.columns, std::vector<std::uint8_t>(ring.set.size())};
    for (std::size_t n = 0; n < labels.size(); ++n)
        inside.set[n] = labels[n] == 0 && !ring.set[n];
    return inside;
}

Mask closed(Mask mask, int radius) {
    for (int n = 0; n < radius; ++n)
        mask = grown(mask);
    mask = inverted(std::move(mask));
    for (int n = 0; n < radius; ++n)
        mask = grown(mask);
    return inverted(std::move(mask));
}

Mask widened(const Mask& mask, PixelMm pixel, double mm) {
    const Mask outside = inverted(mask);
    const auto distance = distanceInside(outside.set, outside.columns, pixel);
    Mask out = mask;
    for (std::size_t n = 0; n < out.set.size(); ++n)
        out.set[n] = distance[n] <= mm;
    return out;
}

} // namespace hemo::raster
