#include "core/geometry/grid.h"

#include <algorithm>
#include <numbers>
#include <utility>

namespace hemo {
namespace {

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> steps(const Grid& grid) {
    std::vector<double> result;
    for (int k = 1; k < grid.slices(); ++k)
        result.push_back(grid.sliceOffsetMm(k) - grid.sliceOffsetMm(k - 1));
    return result;
}

/// Leaves a unit vector as it is to the bit, so that a grid that travels as numbers comes back equal.
Vec3 unit(Vec3 v) {
    return std::abs(length(v) - 1) < 1e-9 ? v : normalized(v);
}

} // namespace

Grid::Grid(int columns, int rows, Vec3 rowDirection, Vec3 columnDirection, double columnSpacingMm,
           double rowSpacingMm, std::vector<PatientPoint> slicePositions)
    : m_columns(columns),
      m_rows(rows),
      m_rowDirection(unit(rowDirection)),
      m_columnDirection(unit(columnDirection)),
      m_normal(normalized(cross(m_rowDirection, m_columnDirection))),
      m_columnSpacingMm(columnSpacingMm),
      m_rowSpacingMm(rowSpacingMm),
      m_positions(std::move(slicePositions)) {
    m_offsets.reserve(m_positions.size());
    for (const PatientPoint& p : m_positions)
        m_offsets.push_back(dot(p - m_positions.front(), m_normal));
}

PatientPoint Grid::toPatient(VoxelIndex v) const {
    const int last = slices() - 1;
    PatientPoint origin;
    if (last == 0) {
        origin = m_positions.front() + m_normal * v.k;
    } else {
        const int below = std::clamp(static_cast<int>(std::floor(v.k)), 0, last - 1);
        origin = lerp(m_positions[below], m_positions[below + 1], v.k - below);
    }
    return origin + m_rowDirection * (v.i * m_columnSpacingMm) + m_columnDirection * (v.j * m_rowSpacingMm);
}

VoxelIndex Grid::toVoxel(PatientPoint p) const {
    const int last = slices() - 1;
    const double offset = dot(p - m_positions.front(), m_normal);
    VoxelIndex v;
    PatientPoint origin;
    if (last == 0) {
        v.k = offset;
        origin = m_positions.front() + m_normal * offset;
    } else {
        const auto above = std::upper_bound(m_offsets.begin(), m_offsets.end(), offset);
        const int below = std::clamp(static_cast<int>(above - m_offsets.begin()) - 1, 0, last - 1);
        const double step = m_offsets[below + 1] - m_offsets[below];
        const double t = step > 0 ? (offset - m_offsets[below]) / step : 0;
        v.k = below + t;
        origin = lerp(m_positions[below], m_positions[below + 1], t);
    }
    const Vec3 inPlane = p - origin;
    v.i = dot(inPlane, m_rowDirection) / m_columnSpacingMm;
    v.j = dot(inPlane, m_columnDirection) / m_rowSpacingMm;
    return v;
}

bool Grid::contains(PatientPoint p) const {
    if (empty()) return false;
    const VoxelIndex v = toVoxel(p);
    const auto within = [](double x, int n) { return x >= -0.5 && x <= n - 0.5; };
    return within(v.i, m_columns) && within(v.j, m_rows) && within(v.k, slices());
}

int Grid::nearestSlice(PatientPoint p) const {
    const double offset = dot(p - m_positions.front(), m_normal);
    const auto above = std::lower_bound(m_offsets.begin(), m_offsets.end(), offset);
    if (above == m_offsets.begin()) return 0;
    if (above == m_offsets.end()) return slices() - 1;
    const auto below = above - 1;
    return static_cast<int>((offset - *below <= *above - offset ? below : above) - m_offsets.begin());
}

PatientPoint Grid::centre() const {
    if (empty()) return {};
    const double middleOffset = (m_offsets.front() + m_offsets.back()) / 2;
    const double k = slices() == 1 ? 0 : toVoxel(m_positions.front() + m_normal * middleOffset).k;
    return toPatient({(m_columns - 1) / 2.0, (m_rows - 1) / 2.0, k});
}

double Grid::typicalSpacingMm() const {
    return median(steps(*this));
}

double Grid::tiltDegrees() const {
    if (slices() < 2) return 0;
    const Vec3 line = m_positions.back() - m_positions.front();
    const double along = dot(line, m_normal);
    const double shift = dot(line, m_columnDirection);
    return along > 0 ? std::atan2(shift, along) * 180.0 / std::numbers::pi : 0;
}

bool Grid::isRegular() const {
    if (slices() < 3) return std::abs(tiltDegrees()) < 0.05;
    // Against the straight line, not from step to step: small differences add up over hundreds of slices.
    const Vec3 step = (m_positions.back() - m_positions.front()) * (1.0 / (slices() - 1));
    const double tolerance = 0.01 * std::max(typicalSpacingMm(), 0.1);
    for (int k = 1; k < slices(); ++k)
        if (length(m_positions[k] - (m_positions.front() + step * k)) > tolerance) return false;
    return length(step - m_normal * dot(step, m_normal)) < length(step) * 0.000873; // tan 0.05 degrees
}

std::vector<Gap> findGaps(const Grid& grid) {
    constexpr int kNeighbours = 3;
    constexpr double kTooFar = 1.5;
    const std::vector<double> all = steps(grid);
    std::vector<Gap> gaps;
    for (int s = 0; s < static_cast<int>(all.size()); ++s) {
        const auto from = all.begin() + std::max(0, s - kNeighbours);
        const auto to = all.begin() + std::min(static_cast<int>(all.size()), s + kNeighbours + 1);
        const double expected = median({from, to});
        if (all[s] > kTooFar * expected) gaps.push_back({s, expected, all[s]});
    }
    return gaps;
}

bool liesInGap(const Grid& grid, PatientPoint p) {
    const double offset = dot(p - grid.slicePositions().front(), grid.normal());
    const double reach = grid.typicalSpacingMm() / 2;
    for (const Gap& gap : findGaps(grid))
        if (offset > grid.sliceOffsetMm(gap.after) + reach &&
            offset < grid.sliceOffsetMm(gap.after + 1) - reach)
            return true;
    return false;
}

} // namespace hemo
