#pragma once

#include "core/geometry/patient_space.h"
#include "core/image/volume.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::render {

/// Keeps places outside the scan out of interpolated values: kOutsideHu mixed with tissue is neither. Looks
/// at blocks of voxels when first asked about them, so that a picture costs only what it touches.
class OutsideMap {
public:
    /// `voxels` must outlive this.
    OutsideMap(std::span<const std::int16_t> voxels, int columns, int rows, int slices);

    /// False where no voxel of the cells from a to b (a straight line) is outside the scan.
    bool mayTouch(VoxelIndex a, VoxelIndex b);
    /// `interpolated`, or the nearest voxel where one that it was made from is outside the scan.
    std::int16_t settled(VoxelIndex at, std::int16_t interpolated) const;

private:
    enum class Block : std::uint8_t { Unknown, Inside, Touched };
    bool isTouched(int bi, int bj, int bk);
    bool holdsOutside(int bi, int bj, int bk) const;
    std::int16_t voxel(int i, int j, int k) const {
        return m_voxels[(std::size_t(k) * m_rows + j) * m_columns + i];
    }

    std::span<const std::int16_t> m_voxels;
    int m_columns, m_rows, m_slices;
    int m_blockColumns, m_blockRows;
    std::vector<Block> m_blocks;
};

} // namespace hemo::render
