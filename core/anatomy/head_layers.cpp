#include "core/anatomy/head_layers.h"

#include "core/geometry/reading_plane.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

constexpr double kLeastLayerMm = 1.9; // thinner ones show no more of what is looked for
constexpr double kMostSliceMm = 7.5;  // further apart, something lies between slices that neither shows
constexpr double kLeastUpright = 0.8; // cosine: slices that lean more are not axial

/// Half of what lies between a slice and its neighbours.
double thicknessMm(const Grid& grid, int k) {
    const int from = std::max(0, k - 1), to = std::min(grid.slices() - 1, k + 1);
    if (from == to) return kMostSliceMm;
    return std::min(kMostSliceMm, (grid.sliceOffsetMm(to) - grid.sliceOffsetMm(from)) / (to - from));
}

PatientPoint middleIn(const Grid& grid, const HeadMiddle& middle, int k) {
    const PatientPoint centre = middle.centreNear(middleOfSlice(grid, k));
    const Vec3 off = centre - grid.slicePositions()[static_cast<std::size_t>(k)];
    return centre - grid.normal() * dot(off, grid.normal());
}

/// A slice as it is walked over: the value between its pixels. Asked millions of times: in single precision.
class Between {
public:
    Between(const Volume& volume, int k)
        : m_hu(volume.slice(k).data()), m_columns(volume.grid().columns()), m_rows(volume.grid().rows()) {}
    float at(float i, float j) const {
        if (!(i >= 0 && j >= 0)) return SideView::kBesideHu;
        const int x = static_cast<int>(i), y = static_cast<int>(j);
        if (x + 1 >= m_columns || y + 1 >= m_rows) return SideView::kBesideHu;
        const std::int16_t* const p = m_hu + static_cast<std::size_t>(y) * m_columns + x;
        if (*p == kOutsideHu) return SideView::kBesideHu;
        const float t = i - static_cast<float>(x), u = j - static_cast<float>(y);
        const float upper = mixed(p[0], p[1], t), lower = mixed(p[m_columns], p[m_columns + 1], t);
        return upper + (lower - upper) * u;
    }

private:
    static float mixed(std::int16_t a, std::int16_t b, float t) {
        const float from = std::max(a, SideView::kAirHu), to = std::max(b, SideView::kAirHu);
        return from + (to - from) * t;
    }
    const std::int16_t* m_hu;
    int m_columns, m_rows;
};

} // namespace

std::vector<HeadLayer> headLayers(const Volume& volume, const HeadMiddle& middle) {
    const Grid& grid = volume.grid();
    std::vector<HeadLayer> layers;
    const double upright = grid.normal().z;
    if (std::abs(upright) < kLeastUpright || grid.slices() < 2) return layers;
    const int last = grid.slices() - 1;
    for (int n = 0; n <= last; ++n) {
        const int k = upright > 0 ? n : last - n;
        const double upMm = std::abs(grid.sliceOffsetMm(k) - grid.sliceOffsetMm(upright > 0 ? 0 : last));
        if (layers.empty() || layers.back().thicknessMm >= kLeastLayerMm) layers.emplace_back();
        HeadLayer& layer = layers.back();
        layer.slices.push_back(k);
        const double part = 1.0 / double(layer.slices.size());
        const PatientPoint here = middleIn(grid, middle, k);
        layer.middle = layer.slices.size() == 1 ? here : lerp(layer.middle, here, part);
        layer.upMm = std::lerp(layer.upMm, upMm, part);
        layer.thicknessMm += thicknessMm(grid, k);
    }
    return layers;
}

HeadAxes headAxes(const Grid& grid, Vec3 left, double turnRadians) {
    const Vec3 up = grid.normal().z > 0 ? grid.normal() : -grid.normal();
    const Vec3 across = normalized(left - up * dot(left, up)), back = cross(up, across);
    const double c = std::cos(turnRadians), s = std::sin(turnRadians);
    return {across * c + back * s, back * c - across * s, up};
}

SideView::SideView(const Volume& volume, const std::vector<HeadLayer>& layers, HeadAxes axes, HeadSide side,
                   SideArea area)
    : m_layers(layers),
      m_axes(axes),
      m_area(area),
      m_sign(side == HeadSide::Left ? 1 : -1),
      m_columns(static_cast<int>((area.toOutMm - area.fromOutMm) / kStepMm) + 1),
      m_rows(static_cast<int>((area.toBackMm - area.fromBackMm) / kStepMm) + 1) {
    m_hu.resize(at(count(), 0, 0));
    for (int n = 0; n < count(); ++n)
        sample(volume, n);
}

void SideView::sample(const Volume& volume, int n) {
    const Grid& grid = volume.grid();
    const Vec3 right = grid.rowDirection() * (1 / grid.columnSpacingMm());
    const Vec3 down = grid.columnDirection() * (1 / grid.rowSpacingMm());
    const Vec3 out = m_axes.left * (m_sign * kStepMm);
    const auto stepI = static_cast<float>(dot(out, right)), stepJ = static_cast<float>(dot(out, down));
    std::vector<float> sums(static_cast<std::size_t>(m_columns));
    for (int row = 0; row < m_rows; ++row) {
        std::ranges::fill(sums, 0.f);
        const PatientPoint first = place(n, backMm(row), m_area.fromOutMm);
        for (const int k : layer(n).slices) {
            const Between slice(volume, k);
            const Vec3 off = first - grid.slicePositions()[static_cast<std::size_t>(k)];
            const auto i = static_cast<float>(dot(off, right)), j = static_cast<float>(dot(off, down));
            for (int column = 0; column < m_columns; ++column) {
                const auto steps = static_cast<float>(column);
                sums[static_cast<std::size_t>(column)] += slice.at(i + stepI * steps, j + stepJ * steps);
            }
        }
        const float part = 1 / static_cast<float>(layer(n).slices.size());
        std::ranges::transform(sums, m_hu.begin() + static_cast<std::ptrdiff_t>(at(n, row, 0)),
                               [part](float sum) { return static_cast<std::int16_t>(sum * part); });
    }
}

PatientPoint SideView::place(int n, double backMm, double outMm) const {
    return layer(n).middle + m_axes.posterior * backMm + m_axes.left * (m_sign * outMm);
}

bool SideView::isCutOff(int firstLayer, int lastLayer) const {
    constexpr double kNearMm = 2.5;
    const auto lower = [&](int n) { return layer(n).upMm - layer(n).thicknessMm / 2; };
    const auto upper = [&](int n) { return layer(n).upMm + layer(n).thicknessMm / 2; };
    return lower(firstLayer) < lower(0) + kNearMm || upper(lastLayer) > upper(count() - 1) - kNearMm;
}

} // namespace hemo
