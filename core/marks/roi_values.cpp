#include "core/marks/roi_values.h"

#include "core/marks/strokes.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

class Values {
public:
    void add(std::optional<int> hu) {
        if (!hu) return;
        m_least = std::min(m_least, *hu);
        m_most = std::max(m_most, *hu);
        ++m_count;
        m_sum += *hu;
        m_squares += static_cast<std::int64_t>(*hu) * *hu;
    }
    std::optional<RoiValues> result() const {
        if (m_count == 0) return std::nullopt;
        const auto n = static_cast<double>(m_count);
        const double mean = static_cast<double>(m_sum) / n;
        const double variance = static_cast<double>(m_squares) / n - mean * mean;
        return RoiValues{m_count, mean, std::sqrt(std::max(0.0, variance)), m_least, m_most};
    }

private:
    std::size_t m_count = 0;
    std::int64_t m_sum = 0, m_squares = 0; // whole numbers: nothing is lost in any order
    int m_least = INT16_MAX, m_most = INT16_MIN;
};

/// From the least to the greatest of some coordinate.
struct Range {
    double low = 1e9, high = -1e9;
    void add(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    int first() const { return static_cast<int>(std::ceil(low)); }
    int last() const { return static_cast<int>(std::floor(high)); }
};

std::optional<RoiValues> ofSlice(const Region& region, const ShownPlane& plane) {
    const Grid& grid = plane.native->grid();
    const int k = grid.nearestSlice(region.corners().front());
    Range columns, rows;
    for (const PatientPoint corner : region.corners()) {
        const VoxelIndex v = grid.toVoxel(corner);
        columns.add(v.i);
        rows.add(v.j);
    }
    Values values;
    for (int j = std::max(0, rows.first()); j <= std::min(grid.rows() - 1, rows.last()); ++j)
        for (int i = std::max(0, columns.first()); i <= std::min(grid.columns() - 1, columns.last()); ++i) {
            const PatientPoint place = grid.toPatient({double(i), double(j), double(k)});
            if (region.encloses(place))
                values.add(shownHu(plane.native, plane.regular, place, plane.slab, grid.normal(), true));
        }
    return values.result();
}

std::optional<RoiValues> ofRaster(const Region& region, const Mark& mark, const ShownPlane& plane) {
    const double step = plane.native->grid().columnSpacingMm();
    const ViewFrame& frame = mark.frame;
    const Vec3 normal = cross(frame.right, frame.down);
    const PatientPoint origin = mark.points.front();
    Range across, along;
    for (const PatientPoint corner : region.corners()) {
        across.add(dot(corner - origin, frame.right) / step);
        along.add(dot(corner - origin, frame.down) / step);
    }
    Values values;
    for (int y = along.first(); y <= along.last(); ++y)
        for (int x = across.first(); x <= across.last(); ++x) {
            const PatientPoint place = origin + frame.right * (x * step) + frame.down * (y * step);
            if (region.encloses(place))
                values.add(shownHu(plane.native, plane.regular, place, plane.slab, normal, false));
        }
    return values.result();
}

} // namespace

std::optional<RoiValues> roiValues(const Mark& mark, const ShownPlane& plane) {
    const Region region(mark);
    if (!plane.native || region.corners().empty()) return std::nullopt;
    return plane.isNative ? ofSlice(region, plane) : ofRaster(region, mark, plane);
}

} // namespace hemo
