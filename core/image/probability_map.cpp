#include "core/image/probability_map.h"

#include <algorithm>
#include <cmath>

namespace hemo {

float ProbabilityMap::valueAt(PatientPoint p) const {
    if (!grid.contains(p)) return 0;
    const VoxelIndex v = grid.toVoxel(p);
    return valueIn(grid.nearestSlice(p), v.i, v.j);
}

float ProbabilityMap::valueIn(int slice, double i, double j) const {
    const double x = std::clamp(i, 0.0, grid.columns() - 1.0), y = std::clamp(j, 0.0, grid.rows() - 1.0);
    const int i0 = int(x), j0 = int(y);
    const int i1 = std::min(i0 + 1, grid.columns() - 1), j1 = std::min(j0 + 1, grid.rows() - 1);
    const float tx = float(x - i0), ty = float(y - j0);
    const float* from = values.data() + slice * grid.voxelsPerSlice();
    const auto at = [&](int column, int row) {
        return from[static_cast<std::size_t>(row) * grid.columns() + column];
    };
    return (at(i0, j0) * (1 - tx) + at(i1, j0) * tx) * (1 - ty) +
           (at(i0, j1) * (1 - tx) + at(i1, j1) * tx) * ty;
}

Grid coarseGrid(const Grid& grid, int columns, int rows) {
    const double columnSpacing = grid.columnSpacingMm() * grid.columns() / columns;
    const double rowSpacing = grid.rowSpacingMm() * grid.rows() / rows;
    // Pixel edges coincide, so the first coarse centre lies half a coarse less half a fine pixel further in.
    const Vec3 shift = grid.rowDirection() * ((columnSpacing - grid.columnSpacingMm()) / 2) +
                       grid.columnDirection() * ((rowSpacing - grid.rowSpacingMm()) / 2);
    std::vector<PatientPoint> positions;
    for (const PatientPoint& p : grid.slicePositions())
        positions.push_back(p + shift);
    return Grid(columns, rows, grid.rowDirection(), grid.columnDirection(), columnSpacing, rowSpacing,
                std::move(positions));
}

} // namespace hemo
