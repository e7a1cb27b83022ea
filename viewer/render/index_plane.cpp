#include "viewer/render/index_plane.h"

#include <algorithm>
#include <cmath>

namespace hemo::render {
namespace {

constexpr double kOnSliceMm = 0.01;

/// A picture's corner furthest from where it is anchored tells whether two planes are parallel, in mm.
double largestDistanceMm(const PicturePlane& plane, const Grid& grid, int k) {
    double largest = 0;
    for (const double x : {0.0, plane.width - 1.0})
        for (const double y : {0.0, plane.height - 1.0}) {
            const Vec3 v = plane.toPatient({x, y}) - grid.slicePositions()[k];
            largest = std::max(largest, std::abs(dot(v, grid.normal())));
        }
    return largest;
}

/// From slice to slice of a regular grid. A single slice is a voxel of a millimetre, as Grid::toVoxel has it.
Vec3 sliceStep(const Grid& grid) {
    const int last = grid.slices() - 1;
    if (last == 0) return grid.normal();
    return (grid.slicePositions().back() - grid.slicePositions().front()) * (1.0 / last);
}

IndexPlane through(const PicturePlane& plane, const Grid& grid, PatientPoint first, Vec3 step) {
    const auto indexOf = [&](Vec3 v) {
        const double k = dot(v, grid.normal()) / dot(step, grid.normal());
        const Vec3 inPlane = v - step * k;
        return VoxelIndex{dot(inPlane, grid.rowDirection()) / grid.columnSpacingMm(),
                          dot(inPlane, grid.columnDirection()) / grid.rowSpacingMm(), k};
    };
    return {indexOf(plane.topLeft - first), indexOf(plane.right * plane.mmPerPixel),
            indexOf(plane.down * plane.mmPerPixel)};
}

} // namespace

std::optional<int> sliceUnder(const PicturePlane& plane, const Grid& grid) {
    const int k = grid.nearestSlice(plane.topLeft);
    if (largestDistanceMm(plane, grid, k) > kOnSliceMm) return std::nullopt;
    return k;
}

IndexPlane planeInSlice(const PicturePlane& plane, const Grid& grid, int k) {
    IndexPlane index = through(plane, grid, grid.slicePositions()[k], grid.normal());
    index.origin.k = index.right.k = index.down.k = 0;
    return index;
}

IndexPlane planeInVolume(const PicturePlane& plane, const Grid& grid) {
    return through(plane, grid, grid.slicePositions().front(), sliceStep(grid));
}

} // namespace hemo::render
