#include "core/geometry/rigid_transform.h"

#include <cmath>

namespace hemo {
namespace {

constexpr PatientPoint kOrigin{};

Rotation opposite(Rotation r) {
    return {r.w, -r.x, -r.y, -r.z};
}

/// Hamilton's product: `b` first, then `a`. Made a unit again, or rounding would add up.
Rotation product(Rotation a, Rotation b) {
    const Rotation p{
        a.w * b.w - a.x * b.x - a.y * b.y - a.z * b.z, a.w * b.x + a.x * b.w + a.y * b.z - a.z * b.y,
        a.w * b.y - a.x * b.z + a.y * b.w + a.z * b.x, a.w * b.z + a.x * b.y - a.y * b.x + a.z * b.w};
    const double norm = std::sqrt(p.w * p.w + p.x * p.x + p.y * p.y + p.z * p.z);
    return {p.w / norm, p.x / norm, p.y / norm, p.z / norm};
}

} // namespace

Rotation rotationAbout(Vec3 axis, double radians) {
    if (length(axis) == 0) return {};
    const Vec3 v = normalized(axis) * std::sin(radians / 2);
    return {std::cos(radians / 2), v.x, v.y, v.z};
}

double angleOf(Rotation r) {
    return 2 * std::atan2(length({r.x, r.y, r.z}), std::abs(r.w));
}

Vec3 turned(Vec3 v, Rotation by) {
    const Vec3 axis{by.x, by.y, by.z}, across = cross(axis, v) * 2;
    return v + across * by.w + cross(axis, across);
}

PatientPoint RigidTransform::apply(PatientPoint p) const {
    return kOrigin + turned(p - kOrigin, rotation) + shiftMm;
}

RigidTransform RigidTransform::inverse() const {
    const Rotation back = opposite(rotation);
    return {back, -turned(shiftMm, back)};
}

RigidTransform rigidAbout(PatientPoint centre, Rotation rotation, Vec3 shiftMm) {
    const Vec3 arm = centre - kOrigin;
    return {rotation, arm - turned(arm, rotation) + shiftMm};
}

RigidTransform compose(const RigidTransform& first, const RigidTransform& then) {
    return {product(then.rotation, first.rotation), then.apply(first.shiftMm) + then.shiftMm};
}

double distanceMm(const RigidTransform& a, const RigidTransform& b, PatientPoint at) {
    return length(a.apply(at) - b.apply(at));
}

} // namespace hemo
