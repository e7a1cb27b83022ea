#pragma once

#include "core/geometry/patient_space.h"

namespace hemo {

/// A rotation as a unit quaternion, so that what was combined many times is still a rotation.
struct Rotation {
    double w = 1, x = 0, y = 0, z = 0;
    bool operator==(const Rotation&) const = default;
};

/// By `radians` about `axis`, against the clock where the axis points at the viewer. A zero axis turns
/// nothing.
Rotation rotationAbout(Vec3 axis, double radians);
/// From 0 to pi.
double angleOf(Rotation rotation);
Vec3 turned(Vec3 v, Rotation by);

/// Where one patient space lies in another: every point is turned about the origin, then shifted. Nothing is
/// stretched or mirrored. LPS millimetres on both sides.
struct RigidTransform {
    Rotation rotation;
    Vec3 shiftMm;

    PatientPoint apply(PatientPoint p) const;
    /// A direction or displacement: turned alone.
    Vec3 apply(Vec3 v) const { return turned(v, rotation); }
    RigidTransform inverse() const;
    bool operator==(const RigidTransform&) const = default;
};

/// Turns about `centre`, then shifts.
RigidTransform rigidAbout(PatientPoint centre, Rotation rotation, Vec3 shiftMm = {});
/// `first`, and what comes of it through `then`.
RigidTransform compose(const RigidTransform& first, const RigidTransform& then);
/// How far apart the two put this point, mm.
double distanceMm(const RigidTransform& a, const RigidTransform& b, PatientPoint at);

} // namespace hemo
