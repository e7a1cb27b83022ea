#pragma once

#include <algorithm>
#include <cmath>

// Signed distances to simple bodies, after I. Quilez, "Distance functions": millimetres, positive inside.
// Single precision and inline: a phantom asks millions of times.
namespace hemo::simulate {

/// A place or direction in LPS millimetres.
struct Point3 {
    float x = 0, y = 0, z = 0;
};

constexpr Point3 operator+(Point3 a, Point3 b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Point3 operator-(Point3 a, Point3 b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Point3 operator*(Point3 a, float s) {
    return {a.x * s, a.y * s, a.z * s};
}
constexpr float dot(Point3 a, Point3 b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline float length(Point3 a) {
    return std::sqrt(dot(a, a));
}

/// Folds the right half of the head onto the left: the anatomy of both sides from one description.
inline Point3 mirrored(Point3 p) {
    return {std::abs(p.x), p.y, p.z};
}

/// First-order distance into an ellipsoid with these half axes.
inline float insideEllipsoid(Point3 p, Point3 centre, Point3 half) {
    // Of constants the compiler makes constants: multiplied, they cost a fraction of a division.
    const Point3 q = p - centre, per{1 / half.x, 1 / half.y, 1 / half.z};
    const Point3 a{q.x * per.x, q.y * per.y, q.z * per.z};
    const float k0 = length(a);
    if (k0 < 1e-4f) return std::min({half.x, half.y, half.z});
    const float k1 = length({a.x * per.x, a.y * per.y, a.z * per.z});
    return k0 * (1 - k0) / k1;
}

/// A round-ended cone from `a` (radius `ra`) to `b` (radius `rb`).
inline float insideCapsule(Point3 p, Point3 a, Point3 b, float ra, float rb) {
    const Point3 pa = p - a, ba = b - a;
    const float t = std::clamp(dot(pa, ba) * (1 / dot(ba, ba)), 0.f, 1.f);
    return ra + (rb - ra) * t - length(pa - ba * t);
}

/// Joins two bodies with a fillet of about `k` millimetres.
inline float joined(float a, float b, float k) {
    const float h = std::max(k - std::abs(a - b), 0.f) * (1 / k);
    return std::max(a, b) + h * h * k / 4;
}

/// 0 well outside, 0.5 on the surface, 1 well inside: an edge `widthMm` wide, as a scanner blurs it.
inline float coverage(float insideMm, float widthMm) {
    const float t = std::clamp(insideMm * (1 / widthMm) + 0.5f, 0.f, 1.f);
    return t * t * (3 - 2 * t);
}

constexpr float mix(float a, float b, float t) {
    return a + (b - a) * t;
}

} // namespace hemo::simulate
