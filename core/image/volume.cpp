#include "core/image/volume.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace hemo {

Volume::Volume(Grid grid, std::vector<std::int16_t> voxels, std::string seriesInstanceUid)
    : m_grid(std::move(grid)), m_seriesInstanceUid(std::move(seriesInstanceUid)) {
    const auto kept = std::make_shared<const std::vector<std::int16_t>>(std::move(voxels));
    m_memory = kept;
    m_voxels = *kept;
    assert(m_voxels.size() == m_grid.voxelCount());
}

Volume::Volume(Grid grid, std::shared_ptr<const std::int16_t[]> voxels, std::string seriesInstanceUid)
    : m_grid(std::move(grid)),
      m_memory(std::move(voxels)),
      m_voxels(static_cast<const std::int16_t*>(m_memory.get()), m_grid.voxelCount()),
      m_seriesInstanceUid(std::move(seriesInstanceUid)) {}

std::span<const std::int16_t> Volume::slice(int k) const {
    const std::size_t n = m_grid.voxelsPerSlice();
    return m_voxels.subspan(static_cast<std::size_t>(k) * n, n);
}

std::int16_t Volume::valueAt(PatientPoint p) const {
    if (!m_grid.contains(p)) return kOutsideHu;
    const VoxelIndex v = m_grid.toVoxel(p);
    const auto nearest = [](double x, int n) { return std::min(std::max(int(std::lround(x)), 0), n - 1); };
    return at(nearest(v.i, m_grid.columns()), nearest(v.j, m_grid.rows()), nearest(v.k, m_grid.slices()));
}

} // namespace hemo
