#pragma once

#include "core/image/volume.h"
#include "viewer/render/index_plane.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hemo::render {

/// Neighbouring columns of a volume.
struct ColumnRange {
    int first = 0, count = 0;
    bool operator==(const ColumnRange&) const = default;
};

/// The columns that linear interpolation reads for a picture of this plane, where they are few: a sagittal
/// one. None where the plane goes through more of them.
std::optional<ColumnRange> columnsUnder(const IndexPlane& plane, int width, int height, int columns);

/// Those columns of every row, side by side. Each row's lie far apart in memory: fetched once and in order
/// here, they are not waited for pixel by pixel.
std::vector<std::int16_t> copyColumns(const Volume& volume, ColumnRange range);

} // namespace hemo::render
