#include "core/anatomy/ellipse.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hemo {
namespace {

constexpr std::size_t kUnknowns = 5;
using Row = std::array<double, kUnknowns + 1>; ///< of an equation, the right side last
using Equations = std::array<Row, kUnknowns>;

/// By elimination, the largest pivot first; none where they do not decide.
std::optional<std::array<double, kUnknowns>> solved(Equations e) {
    for (std::size_t n = 0; n < kUnknowns; ++n) {
        const auto pivot =
            std::max_element(e.begin() + static_cast<std::ptrdiff_t>(n), e.end(),
                             [n](const Row& a, const Row& b) { return std::abs(a[n]) < std::abs(b[n]); });
        std::swap(e[n], *pivot);
        if (std::abs(e[n][n]) < 1e-12) return std::nullopt;
        for (std::size_t m = 0; m < kUnknowns; ++m) {
            if (m == n) continue;
            const double share = e[m][n] / e[n][n];
            for (std::size_t c = n; c <= kUnknowns; ++c)
                e[m][c] -= share * e[n][c];
        }
    }
    std::array<double, kUnknowns> values{};
    for (std::size_t n = 0; n < kUnknowns; ++n)
        values[n] = e[n][kUnknowns] / e[n][n];
    return values;
}

} // namespace

double Ellipse::radius(double angle) const {
    const double x = std::cos(angle), y = std::sin(angle);
    return 1 / std::sqrt(xx * x * x + xy * x * y + yy * y * y);
}

double Ellipse::longAxis() const {
    return std::atan2(-xy, yy - xx) / 2;
}

double Ellipse::reach(Point2 p) const {
    const double x = p.x - centre.x, y = p.y - centre.y;
    return std::sqrt(std::max(0.0, xx * x * x + xy * x * y + yy * y * y));
}

std::optional<Ellipse> fitEllipse(std::span<const Point2> places) {
    if (places.size() <= kUnknowns) return std::nullopt;
    // Near the origin and of length 1, so that no square drowns another.
    Point2 middle;
    for (const Point2 p : places)
        middle.x += p.x / double(places.size()), middle.y += p.y / double(places.size());
    double scale = 0;
    for (const Point2 p : places)
        scale += distance(p, middle) / double(places.size());
    if (scale == 0) return std::nullopt;
    Equations e{};
    for (const Point2 p : places) {
        const double x = (p.x - middle.x) / scale, y = (p.y - middle.y) / scale;
        const Row row{x * x, x * y, y * y, x, y, 1};
        for (std::size_t n = 0; n < kUnknowns; ++n)
            for (std::size_t c = 0; c <= kUnknowns; ++c)
                e[n][c] += row[n] * row[c];
    }
    const auto v = solved(e);
    if (!v) return std::nullopt;
    const auto [xx, xy, yy, byX, byY] = *v;
    const double bend = 4 * xx * yy - xy * xy;
    if (bend <= 0 || xx <= 0) return std::nullopt;
    const double cx = (xy * byY - 2 * yy * byX) / bend, cy = (xy * byX - 2 * xx * byY) / bend;
    const double size = 1 + xx * cx * cx + xy * cx * cy + yy * cy * cy;
    if (size <= 0) return std::nullopt;
    const double unit = size * scale * scale;
    return Ellipse{{middle.x + cx * scale, middle.y + cy * scale}, xx / unit, xy / unit, yy / unit};
}

} // namespace hemo
