#include "viewer/render/thin_slab.h"

#include <algorithm>
#include <cmath>

namespace hemo::render {
namespace {

constexpr int kFew = 4;

/// Along one axis.
struct Range {
    int first = 0, count = 0;
};

/// The voxels between which these two places lie. What lies beside the volume is interpolated from its
/// outermost ones.
Range between(double low, double high, int voxels) {
    constexpr double kRounding = 0.01; // vtkImageReslice takes what is nearer to a voxel than this as on it
    const double end = voxels - 1;
    const int first = static_cast<int>(std::clamp(std::floor(low - kRounding), 0.0, end));
    const int last = static_cast<int>(std::clamp(std::floor(high + kRounding) + 1, 0.0, end));
    return {first, last - first + 1};
}

} // namespace

std::optional<SlabRange> slabUnder(const IndexPlane& plane, int width, int height, const Grid& grid) {
    VoxelIndex low = plane.origin, high = plane.origin;
    for (const double x : {0.0, width - 1.0})
        for (const double y : {0.0, height - 1.0}) {
            const VoxelIndex at = plane.at(x, y);
            low.i = std::min(low.i, at.i), high.i = std::max(high.i, at.i);
            low.j = std::min(low.j, at.j), high.j = std::max(high.j, at.j);
        }
    const Range columns = between(low.i, high.i, grid.columns());
    const Range rows = between(low.j, high.j, grid.rows());
    if (columns.count > kFew && rows.count > kFew) return std::nullopt;
    return SlabRange{columns.first, columns.count, rows.first, rows.count};
}

std::vector<std::int16_t> copySlab(const Volume& volume, const SlabRange& range) {
    constexpr std::size_t kRowsAhead = 32; // asked for before they are needed
    const auto stride = static_cast<std::size_t>(volume.grid().columns());
    const auto columns = static_cast<std::size_t>(range.columns), rows = static_cast<std::size_t>(range.rows);
    std::vector<std::int16_t> slab(columns * rows * static_cast<std::size_t>(volume.grid().slices()));
    std::int16_t* to = slab.data();
    const std::span<const std::int16_t> voxels = volume.voxels();
    for (int k = 0; k < volume.grid().slices(); ++k) {
        std::size_t from = static_cast<std::size_t>(k) * volume.grid().voxelsPerSlice() +
                           static_cast<std::size_t>(range.firstRow) * stride +
                           static_cast<std::size_t>(range.firstColumn);
        for (std::size_t row = 0; row < rows; ++row, from += stride) {
            if (columns > kFew) {
                to = std::copy_n(&voxels[from], columns, to);
                continue;
            }
            const std::size_t ahead = from + kRowsAhead * stride;
            if (ahead < voxels.size()) __builtin_prefetch(&voxels[ahead]);
            for (std::size_t n = 0; n < columns; ++n)
                *to++ = voxels[from + n];
        }
    }
    return slab;
}

} // namespace hemo::render
