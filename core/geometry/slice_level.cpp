#include "core/geometry/slice_level.h"

#include <algorithm>
#include <numbers>

namespace hemo {
namespace {

/// Places this near to a slice are on it.
constexpr double kOnSliceMm = 1e-3;

double levelMm(const Grid& grid, PatientPoint p) {
    return dot(p - grid.slicePositions().front(), grid.normal());
}

} // namespace

std::optional<MissedLevel> missedLevel(const Grid& grid, PatientPoint p) {
    const double k = grid.toVoxel(p).k;
    const bool isBeyond = k < -0.5 || k > grid.slices() - 0.5;
    if (!isBeyond && !liesInGap(grid, p)) return std::nullopt;
    const int nearest = grid.nearestSlice(p);
    return MissedLevel{nearest, grid.normal() * (grid.sliceOffsetMm(nearest) - levelMm(grid, p))};
}

int sliceBeyond(const Grid& grid, PatientPoint p, Along along) {
    const double level = levelMm(grid, p);
    if (along == Along::Up) {
        int k = 0;
        while (k < grid.slices() - 1 && grid.sliceOffsetMm(k) <= level + kOnSliceMm)
            ++k;
        return k;
    }
    int k = grid.slices() - 1;
    while (k > 0 && grid.sliceOffsetMm(k) >= level - kOnSliceMm)
        --k;
    return k;
}

PatientPoint movedToSlice(const Grid& grid, PatientPoint p, int k) {
    const VoxelIndex v = grid.toVoxel(p);
    return grid.toPatient({v.i, v.j, double(k)});
}

PatientPoint heldInside(const Grid& grid, PatientPoint p) {
    VoxelIndex v = grid.toVoxel(p);
    v.i = std::clamp(v.i, 0.0, grid.columns() - 1.0);
    v.j = std::clamp(v.j, 0.0, grid.rows() - 1.0);
    v.k = grid.slices() == 1 ? 0 : std::clamp(v.k, 0.0, grid.slices() - 1.0);
    return grid.toPatient(v);
}

double planesDifferDegrees(const Grid& a, const Grid& b) {
    const double cosine = std::min(1.0, std::abs(dot(a.normal(), b.normal())));
    return std::acos(cosine) * 180 / std::numbers::pi;
}

} // namespace hemo
