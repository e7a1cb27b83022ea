#include "core/geometry/voxel_rim.h"

#include "core/geometry/voxels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace hemo {
namespace {

/// What the voxels of a slice share.
struct Layer {
    PatientPoint first; ///< middle of voxel (0, 0)
    Vec3 down, up;      ///< from a voxel's middle to those of its two faces along the stack
};

std::vector<Layer> layersOf(const Grid& grid) {
    const auto& positions = grid.slicePositions();
    const std::vector<Gap> gaps = findGaps(grid);
    const int last = grid.slices() - 1;
    if (last == 0) return {{positions[0], -grid.normal() * 0.5, grid.normal() * 0.5}}; // flat: as good as any
    const auto halfStepAfter = [&](int k) {
        const Vec3 step = positions[static_cast<std::size_t>(k) + 1] - positions[static_cast<std::size_t>(k)];
        return step * (scannedPart(gaps, k) / 2);
    };
    std::vector<Layer> layers;
    for (int k = 0; k <= last; ++k)
        layers.push_back({positions[static_cast<std::size_t>(k)], -halfStepAfter(std::max(0, k - 1)),
                          halfStepAfter(std::min(k, last - 1))});
    return layers;
}

struct Corner {
    PatientPoint at;
    double aboveMm = 0; ///< the plane
};
using Face = std::array<Corner, 4>; ///< in order round it

std::optional<RimLine> cutOf(const Face& face) {
    std::vector<PatientPoint> ends;
    for (std::size_t n = 0; n < face.size(); ++n) {
        const Corner &a = face[n], &b = face[(n + 1) % face.size()];
        if ((a.aboveMm >= 0) == (b.aboveMm >= 0)) continue;
        ends.push_back(a.at + (b.at - a.at) * (a.aboveMm / (a.aboveMm - b.aboveMm)));
    }
    if (ends.size() != 2) return std::nullopt;
    return RimLine{ends[0], ends[1]};
}

/// The voxels near enough to the plane to be cut by it, one after the other.
class CutVoxels {
public:
    CutVoxels(std::span<const std::uint32_t> voxels, const Grid& grid, PatientPoint through, Vec3 normal)
        : m_voxels(voxels),
          m_grid(grid),
          m_through(through),
          m_normal(normal),
          m_column(grid.rowDirection() * grid.columnSpacingMm()),
          m_row(grid.columnDirection() * grid.rowSpacingMm()),
          m_layers(layersOf(grid)) {}

    /// `meet(i, j, k)` answers whether to go on.
    template <class Meet> void forEach(const Meet& meet) const {
        const double acrossColumn = dot(m_column, m_normal), acrossRow = dot(m_row, m_normal);
        const double flatReach = (std::abs(acrossColumn) + std::abs(acrossRow)) / 2;
        for (int k = 0; k < m_grid.slices(); ++k) {
            const Layer& layer = m_layers[static_cast<std::size_t>(k)];
            const double first = dot(layer.first - m_through, m_normal);
            const double reach =
                flatReach + std::max(std::abs(dot(layer.down, m_normal)), std::abs(dot(layer.up, m_normal)));
            for (const std::uint32_t v : inSlice(m_voxels, m_grid, k)) {
                const auto n = static_cast<int>(v - k * m_grid.voxelsPerSlice());
                const int i = n % m_grid.columns(), j = n / m_grid.columns();
                const double above = first + i * acrossColumn + j * acrossRow;
                if (std::abs(above) <= reach && !meet(i, j, k)) return;
            }
        }
    }

    bool has(int i, int j, int k) const {
        if (i < 0 || j < 0 || k < 0 || i >= m_grid.columns() || j >= m_grid.rows() || k >= m_grid.slices())
            return false;
        const auto v = static_cast<std::uint32_t>(static_cast<std::size_t>(k) * m_grid.voxelsPerSlice() +
                                                  static_cast<std::size_t>(j) * m_grid.columns() + i);
        return std::ranges::binary_search(m_voxels, v);
    }

    /// A corner of a voxel: each side is -1 or +1.
    Corner corner(int i, int j, int k, std::array<int, 3> side) const {
        const Layer& layer = m_layers[static_cast<std::size_t>(k)];
        const PatientPoint at = layer.first + m_column * (i + side[0] * 0.5) + m_row * (j + side[1] * 0.5) +
                                (side[2] < 0 ? layer.down : layer.up);
        return {at, dot(at - m_through, m_normal)};
    }

    /// The face of a voxel towards its neighbour along an axis.
    Face face(int i, int j, int k, std::size_t axis, int towards) const {
        constexpr std::array kRound{std::pair{-1, -1}, std::pair{1, -1}, std::pair{1, 1}, std::pair{-1, 1}};
        Face corners;
        for (std::size_t n = 0; n < corners.size(); ++n) {
            std::array<int, 3> side{};
            side[axis] = towards;
            side[(axis + 1) % 3] = kRound[n].first;
            side[(axis + 2) % 3] = kRound[n].second;
            corners[n] = corner(i, j, k, side);
        }
        return corners;
    }

private:
    std::span<const std::uint32_t> m_voxels;
    const Grid& m_grid;
    PatientPoint m_through;
    Vec3 m_normal, m_column, m_row;
    std::vector<Layer> m_layers;
};

} // namespace

std::vector<RimLine> rimInPlane(std::span<const std::uint32_t> voxels, const Grid& grid, PatientPoint through,
                                Vec3 normal) {
    std::vector<RimLine> rim;
    if (voxels.empty() || grid.empty()) return rim;
    const CutVoxels cut(voxels, grid, through, normal);
    cut.forEach([&](int i, int j, int k) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            for (const int towards : {-1, 1}) {
                std::array<int, 3> next{i, j, k};
                next[axis] += towards;
                if (cut.has(next[0], next[1], next[2])) continue;
                if (const auto line = cutOf(cut.face(i, j, k, axis, towards))) rim.push_back(*line);
            }
        return true;
    });
    return rim;
}

bool isCut(std::span<const std::uint32_t> voxels, const Grid& grid, PatientPoint through, Vec3 normal) {
    bool found = false;
    if (!grid.empty())
        CutVoxels(voxels, grid, through, normal).forEach([&](int, int, int) {
            found = true;
            return false;
        });
    return found;
}

} // namespace hemo
