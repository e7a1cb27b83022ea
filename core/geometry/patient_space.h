#pragma once

#include <cmath>

namespace hemo {

/// A direction or displacement in patient space: LPS axes as in DICOM PS3.3 C.7.6.2
/// (x grows to the patient's left, y to posterior, z to superior), millimetres.
struct Vec3 {
    double x = 0, y = 0, z = 0;
    bool operator==(const Vec3&) const = default;
};

/// A place in patient space, LPS millimetres.
struct PatientPoint {
    double x = 0, y = 0, z = 0;
    bool operator==(const PatientPoint&) const = default;
};

/// A place in a Grid's voxel space. Whole numbers are voxel centres: i counts columns, j rows, k slices.
struct VoxelIndex {
    double i = 0, j = 0, k = 0;
    bool operator==(const VoxelIndex&) const = default;
};

constexpr Vec3 operator+(Vec3 a, Vec3 b) {
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}
constexpr Vec3 operator-(Vec3 a, Vec3 b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
constexpr Vec3 operator-(Vec3 a) {
    return {-a.x, -a.y, -a.z};
}
constexpr Vec3 operator*(Vec3 a, double s) {
    return {a.x * s, a.y * s, a.z * s};
}
constexpr PatientPoint operator+(PatientPoint p, Vec3 v) {
    return {p.x + v.x, p.y + v.y, p.z + v.z};
}
constexpr PatientPoint operator-(PatientPoint p, Vec3 v) {
    return {p.x - v.x, p.y - v.y, p.z - v.z};
}
constexpr Vec3 operator-(PatientPoint a, PatientPoint b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}

constexpr double dot(Vec3 a, Vec3 b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
constexpr Vec3 cross(Vec3 a, Vec3 b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double length(Vec3 a) {
    return std::sqrt(dot(a, a));
}
/// The zero vector stays zero.
inline Vec3 normalized(Vec3 a) {
    const double l = length(a);
    return l > 0 ? a * (1.0 / l) : a;
}
constexpr PatientPoint lerp(PatientPoint a, PatientPoint b, double t) {
    return a + (b - a) * t;
}

} // namespace hemo
