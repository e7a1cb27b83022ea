#include "viewer/render/outside_map.h"

#include <algorithm>
#include <cmath>

namespace hemo::render {
namespace {

constexpr int kBlock = 8;

int blocks(int voxels) {
    return (voxels + kBlock - 1) / kBlock;
}

int blockOf(double index, int voxels) {
    return std::clamp(int(std::floor(index)), 0, voxels - 1) / kBlock;
}

/// The two voxels that linear interpolation reads along one axis; equal where one of them has no weight.
struct Pair {
    int low, high, nearest;
};

Pair pairAt(double index, int voxels) {
    constexpr double kNoWeight = 1e-5; // what vtkImageReslice rounds away
    const double inside = std::clamp(index, 0.0, voxels - 1.0);
    const int low = int(std::floor(inside + kNoWeight));
    const bool isBetween = inside - low > kNoWeight;
    return {low, isBetween ? std::min(low + 1, voxels - 1) : low, int(std::floor(inside + 0.5))};
}

} // namespace

OutsideMap::OutsideMap(std::span<const std::int16_t> voxels, int columns, int rows, int slices)
    : m_voxels(voxels),
      m_columns(columns),
      m_rows(rows),
      m_slices(slices),
      m_blockColumns(blocks(columns)),
      m_blockRows(blocks(rows)),
      m_blocks(std::size_t(m_blockColumns) * m_blockRows * blocks(slices), Block::Unknown) {}

bool OutsideMap::holdsOutside(int bi, int bj, int bk) const {
    // One voxel more than the block: a cell that starts in it reads that one too.
    const int i0 = bi * kBlock, i1 = std::min(i0 + kBlock + 1, m_columns);
    const int j1 = std::min(bj * kBlock + kBlock + 1, m_rows);
    const int k1 = std::min(bk * kBlock + kBlock + 1, m_slices);
    for (int k = bk * kBlock; k < k1; ++k)
        for (int j = bj * kBlock; j < j1; ++j) {
            const auto row = m_voxels.subspan((std::size_t(k) * m_rows + j) * m_columns + i0, i1 - i0);
            if (std::find(row.begin(), row.end(), kOutsideHu) != row.end()) return true;
        }
    return false;
}

bool OutsideMap::isTouched(int bi, int bj, int bk) {
    Block& block = m_blocks[(std::size_t(bk) * m_blockRows + bj) * m_blockColumns + bi];
    if (block == Block::Unknown) block = holdsOutside(bi, bj, bk) ? Block::Touched : Block::Inside;
    return block == Block::Touched;
}

bool OutsideMap::mayTouch(VoxelIndex a, VoxelIndex b) {
    const auto [iLow, iHigh] = std::minmax({blockOf(a.i, m_columns), blockOf(b.i, m_columns)});
    const auto [jLow, jHigh] = std::minmax({blockOf(a.j, m_rows), blockOf(b.j, m_rows)});
    const auto [kLow, kHigh] = std::minmax({blockOf(a.k, m_slices), blockOf(b.k, m_slices)});
    for (int k = kLow; k <= kHigh; ++k)
        for (int j = jLow; j <= jHigh; ++j)
            for (int i = iLow; i <= iHigh; ++i)
                if (isTouched(i, j, k)) return true;
    return false;
}

std::int16_t OutsideMap::settled(VoxelIndex at, std::int16_t interpolated) const {
    const Pair i = pairAt(at.i, m_columns), j = pairAt(at.j, m_rows), k = pairAt(at.k, m_slices);
    for (const int kk : {k.low, k.high})
        for (const int jj : {j.low, j.high})
            for (const int ii : {i.low, i.high})
                if (voxel(ii, jj, kk) == kOutsideHu) return voxel(i.nearest, j.nearest, k.nearest);
    return interpolated;
}

} // namespace hemo::render
