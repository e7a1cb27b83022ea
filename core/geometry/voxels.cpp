#include "core/geometry/voxels.h"

#include <algorithm>

namespace hemo {

std::span<const std::uint32_t> inSlice(std::span<const std::uint32_t> voxels, const Grid& grid, int k) {
    const std::size_t pixels = grid.voxelsPerSlice(), from = static_cast<std::size_t>(k) * pixels;
    const auto first = std::lower_bound(voxels.begin(), voxels.end(), from);
    return {first, std::lower_bound(first, voxels.end(), from + pixels)};
}

std::vector<VoxelEdge> edgesInSlice(std::span<const std::uint32_t> voxels, const Grid& grid, int k) {
    const auto here = inSlice(voxels, grid, k);
    const std::size_t from = static_cast<std::size_t>(k) * grid.voxelsPerSlice();
    const auto has = [&](int i, int j) {
        return i >= 0 && j >= 0 && i < grid.columns() && j < grid.rows() &&
               std::binary_search(here.begin(), here.end(),
                                  from + static_cast<std::size_t>(j) * grid.columns() + i);
    };
    std::vector<VoxelEdge> edges;
    for (const std::uint32_t v : here) {
        const int i = static_cast<int>((v - from) % grid.columns()),
                  j = static_cast<int>((v - from) / grid.columns());
        const double left = i - 0.5, right = i + 0.5, top = j - 0.5, bottom = j + 0.5, at = k;
        if (!has(i - 1, j)) edges.push_back({{left, top, at}, {left, bottom, at}});
        if (!has(i + 1, j)) edges.push_back({{right, top, at}, {right, bottom, at}});
        if (!has(i, j - 1)) edges.push_back({{left, top, at}, {right, top, at}});
        if (!has(i, j + 1)) edges.push_back({{left, bottom, at}, {right, bottom, at}});
    }
    return edges;
}

double scannedPart(const std::vector<Gap>& gaps, int after) {
    const auto gap = std::ranges::find(gaps, after, &Gap::after);
    return gap == gaps.end() ? 1 : gap->expectedMm / gap->foundMm;
}

double voxelVolumeMl(const Grid& grid, int k) {
    const std::vector<Gap> gaps = findGaps(grid);
    const auto stepAfter = [&](int s) {
        return (grid.sliceOffsetMm(s + 1) - grid.sliceOffsetMm(s)) * scannedPart(gaps, s);
    };
    const int last = grid.slices() - 1;
    const double below = k > 0 ? stepAfter(k - 1) : last > 0 ? stepAfter(0) : 0;
    const double above = k < last ? stepAfter(k) : below;
    return grid.columnSpacingMm() * grid.rowSpacingMm() * (below + above) / 2 / 1000;
}

} // namespace hemo
