#pragma once

#include "core/geometry/picture_plane.h"

#include <optional>

namespace hemo::render {

/// A picture plane in a volume's voxel space: pixel (x, y) is at origin + x * right + y * down.
struct IndexPlane {
    VoxelIndex origin, right, down;

    VoxelIndex at(double x, double y) const {
        return {origin.i + x * right.i + y * down.i, origin.j + x * right.j + y * down.j,
                origin.k + x * right.k + y * down.k};
    }
    bool operator==(const IndexPlane&) const = default;
};

/// The slice that the plane lies on: parallel to it and within a hundredth of a millimetre.
std::optional<int> sliceUnder(const PicturePlane& plane, const Grid& grid);

/// In the voxel space of slice k alone: k is 0 everywhere. The plane must lie on that slice.
IndexPlane planeInSlice(const PicturePlane& plane, const Grid& grid, int k);

/// In the voxel space of a grid that is regular: there it is one affine map.
IndexPlane planeInVolume(const PicturePlane& plane, const Grid& grid);

} // namespace hemo::render
