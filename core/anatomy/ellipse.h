#pragma once

#include <cmath>
#include <optional>
#include <span>

namespace hemo {

struct Point2 {
    double x = 0, y = 0;
    Point2 towards(double angle, double r) const {
        return {x + r * std::cos(angle), y + r * std::sin(angle)};
    }
};
inline double distance(Point2 a, Point2 b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The places p for which xx dx^2 + xy dx dy + yy dy^2 = 1, with (dx, dy) = p - centre.
struct Ellipse {
    Point2 centre;
    double xx = 1, xy = 0, yy = 1;

    /// From its centre to its edge.
    double radius(double angle) const;
    /// Which way it is longest.
    double longAxis() const;
    /// How far out a place lies: 1 on its edge.
    double reach(Point2 p) const;
};

/// That which fits the places best by least squares of its equation; none where they lie along no ellipse.
std::optional<Ellipse> fitEllipse(std::span<const Point2> places);

} // namespace hemo
