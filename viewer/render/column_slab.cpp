#include "viewer/render/column_slab.h"

#include <algorithm>
#include <cmath>

namespace hemo::render {

std::optional<ColumnRange> columnsUnder(const IndexPlane& plane, int width, int height, int columns) {
    constexpr double kRounding = 0.01; // vtkImageReslice takes what is nearer to a voxel than this as on it
    constexpr int kFew = 4;
    double low = plane.origin.i, high = plane.origin.i;
    for (const double x : {0.0, width - 1.0})
        for (const double y : {0.0, height - 1.0}) {
            const double i = plane.at(x, y).i;
            low = std::min(low, i), high = std::max(high, i);
        }
    if (!(high - low < kFew)) return std::nullopt;
    // What lies beside the volume is interpolated from its outermost column.
    const double end = columns - 1;
    const int first = static_cast<int>(std::clamp(std::floor(low - kRounding), 0.0, end));
    const int last = static_cast<int>(std::clamp(std::floor(high + kRounding) + 1, 0.0, end));
    if (last - first >= kFew) return std::nullopt;
    return ColumnRange{first, last - first + 1};
}

std::vector<std::int16_t> copyColumns(const Volume& volume, ColumnRange range) {
    constexpr std::size_t kRowsAhead = 32; // asked for before they are needed
    const auto stride = static_cast<std::size_t>(volume.grid().columns());
    const auto count = static_cast<std::size_t>(range.count);
    const std::size_t rows = volume.grid().voxelCount() / stride;
    const std::int16_t* from = volume.voxels().data() + range.first;
    std::vector<std::int16_t> slab(rows * count);
    std::int16_t* to = slab.data();
    for (std::size_t row = 0; row < rows; ++row) {
        if (row + kRowsAhead < rows) __builtin_prefetch(from + (row + kRowsAhead) * stride);
        for (std::size_t n = 0; n < count; ++n)
            *to++ = from[row * stride + n];
    }
    return slab;
}

} // namespace hemo::render
