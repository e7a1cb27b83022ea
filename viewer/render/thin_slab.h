#pragma once

#include "core/image/volume.h"
#include "viewer/render/index_plane.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo::render {

/// A few neighbouring columns or rows, or both.
struct SlabRange {
    int firstColumn = 0, columns = 0, firstRow = 0, rows = 0;
    bool operator==(const SlabRange&) const = default;
};

/// What linear interpolation reads of each slice for a picture of this plane, where that is a few columns (a
/// sagittal picture) or a few rows (a coronal one). None where the plane goes through more of both.
std::optional<SlabRange> slabUnder(const IndexPlane& plane, int width, int height, const Grid& grid);

/// Those voxels of every slice, side by side. In the volume they lie far apart: fetched once and in order
/// here, they are not waited for pixel by pixel, nor is anything beside them looked at.
std::vector<std::int16_t> copySlab(const Volume& volume, const SlabRange& range);

} // namespace hemo::render
