#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace hemo {

/// What every voxel outside the scan holds: detector padding, and places a resampled volume has no data for.
/// Lower than any tissue, so it is drawn black and read as "outside".
inline constexpr std::int16_t kOutsideHu = -32768;

/// A CT volume in Hounsfield units, converted once at loading. Never changes once made: share it as
/// VolumePtr. Voxel (i, j, k) is at `voxels[(k * rows + j) * columns + i]`, slices in order of position.
class Volume {
public:
    /// `voxels.size()` must be `grid.voxelCount()`.
    Volume(Grid grid, std::vector<std::int16_t> voxels, std::string seriesInstanceUid);
    /// The same from memory that is no vector's: a large one need not be filled with zeros before it is read
    /// into. Holds `grid.voxelCount()` voxels.
    Volume(Grid grid, std::shared_ptr<const std::int16_t[]> voxels, std::string seriesInstanceUid);

    const Grid& grid() const { return m_grid; }
    std::span<const std::int16_t> voxels() const { return m_voxels; }
    std::span<const std::int16_t> slice(int k) const;
    std::int16_t at(int i, int j, int k) const {
        return m_voxels[(static_cast<std::size_t>(k) * m_grid.rows() + j) * m_grid.columns() + i];
    }
    /// HU of the voxel that holds p; kOutsideHu where there is none.
    std::int16_t valueAt(PatientPoint p) const;
    const std::string& seriesInstanceUid() const { return m_seriesInstanceUid; }

private:
    Grid m_grid;
    std::shared_ptr<const void> m_memory; ///< what `m_voxels` looks at
    std::span<const std::int16_t> m_voxels;
    std::string m_seriesInstanceUid;
};

using VolumePtr = std::shared_ptr<const Volume>;

} // namespace hemo
