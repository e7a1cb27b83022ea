#include "core/geometry/picture_plane.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hemo {
namespace {

struct Extent {
    double low = 0, high = 0;
    double size() const { return high - low; }
    double middle() const { return (low + high) / 2; }
};

/// How far the grid reaches along a direction, measured from the origin of patient space, voxel edges
/// included.
Extent extentAlong(const Grid& grid, Vec3 direction) {
    const double halfStep = std::max(grid.typicalSpacingMm(), 1.0) / 2;
    const double pad = (std::abs(dot(direction, grid.rowDirection())) * grid.columnSpacingMm() +
                        std::abs(dot(direction, grid.columnDirection())) * grid.rowSpacingMm()) /
                           2 +
                       std::abs(dot(direction, grid.normal())) * halfStep;
    Extent extent{1e300, -1e300};
    for (const int k : {0, grid.slices() - 1})
        for (const int j : {0, grid.rows() - 1})
            for (const int i : {0, grid.columns() - 1}) {
                const double x =
                    dot(grid.toPatient({double(i), double(j), double(k)}) - PatientPoint{}, direction);
                extent.low = std::min(extent.low, x - pad);
                extent.high = std::max(extent.high, x + pad);
            }
    return extent;
}

/// The one of two candidate directions, or its opposite, that points most nearly along `wanted`.
Vec3 mostAlong(Vec3 wanted, Vec3 a, Vec3 b) {
    const double da = dot(wanted, a), db = dot(wanted, b);
    const Vec3 best = std::abs(da) >= std::abs(db) ? a : b;
    return dot(wanted, best) >= 0 ? best : -best;
}

double fitMmPerPixel(const Grid& grid, const ViewFrame& frame, int width, int height) {
    return std::max(extentAlong(grid, frame.right).size() / std::max(width, 1),
                    extentAlong(grid, frame.down).size() / std::max(height, 1));
}

PicturePlane aroundCentre(PatientPoint centre, const ViewFrame& frame, double mmPerPixel, double panRightMm,
                          double panDownMm, int width, int height) {
    PicturePlane plane{{}, frame.right, frame.down, mmPerPixel, width, height};
    plane.topLeft = centre + frame.right * (panRightMm - (width - 1) / 2.0 * mmPerPixel) +
                    frame.down * (panDownMm - (height - 1) / 2.0 * mmPerPixel);
    return plane;
}

} // namespace

ViewAxis nativeAxis(const Grid& grid) {
    const Vec3 n = grid.normal();
    const double x = std::abs(n.x), y = std::abs(n.y), z = std::abs(n.z);
    if (z >= x && z >= y) return ViewAxis::Axial;
    return y >= x ? ViewAxis::Coronal : ViewAxis::Sagittal;
}

ViewFrame patientFrame(ViewAxis axis) {
    switch (axis) {
    case ViewAxis::Axial:
        return {{1, 0, 0}, {0, 1, 0}};
    case ViewAxis::Coronal:
        return {{1, 0, 0}, {0, 0, -1}};
    case ViewAxis::Sagittal:
        return {{0, 1, 0}, {0, 0, -1}};
    }
    return {};
}

ViewFrame viewFrame(const Grid& grid, ViewAxis axis) {
    const ViewFrame patient = patientFrame(axis);
    if (axis != nativeAxis(grid)) return patient;
    const Vec3 right = mostAlong(patient.right, grid.rowDirection(), grid.columnDirection());
    const bool rightIsRow = std::abs(dot(right, grid.rowDirection())) > 0.5;
    const Vec3 other = rightIsRow ? grid.columnDirection() : grid.rowDirection();
    return {right, dot(patient.down, other) >= 0 ? other : -other};
}

double fitMmPerPixel(const Grid& grid, ViewAxis axis, int width, int height) {
    return fitMmPerPixel(grid, viewFrame(grid, axis), width, height);
}

PicturePlane viewPlane(const Grid& grid, ViewAxis axis, PatientPoint through, double zoom, double panRightMm,
                       double panDownMm, int width, int height) {
    const ViewFrame frame = viewFrame(grid, axis);
    const auto make = axis == nativeAxis(grid) ? slicePlane : framedPlane;
    return make(grid, frame, through, zoom, panRightMm, panDownMm, width, height);
}

PicturePlane slicePlane(const Grid& grid, const ViewFrame& frame, PatientPoint through, double zoom,
                        double panRightMm, double panDownMm, int width, int height) {
    // A tilted stack's slices wander across the picture; each is centred on itself, as it was acquired.
    const int k = grid.nearestSlice(through);
    const PatientPoint middle =
        grid.toPatient({(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, double(k)});
    return aroundCentre(middle, frame, fitMmPerPixel(grid, frame, width, height) / std::max(zoom, 1e-6),
                        panRightMm, panDownMm, width, height);
}

PicturePlane framedPlane(const Grid& grid, const ViewFrame& frame, PatientPoint through, double zoom,
                         double panRightMm, double panDownMm, int width, int height) {
    const Vec3 normal = cross(frame.right, frame.down);
    const PatientPoint centre = PatientPoint{} + frame.right * extentAlong(grid, frame.right).middle() +
                                frame.down * extentAlong(grid, frame.down).middle() +
                                normal * dot(through - PatientPoint{}, normal);
    return aroundCentre(centre, frame, fitMmPerPixel(grid, frame, width, height) / std::max(zoom, 1e-6),
                        panRightMm, panDownMm, width, height);
}

std::string directionLetters(Vec3 direction) {
    struct Part {
        double size;
        char letter;
    };
    const Vec3 d = normalized(direction);
    std::array parts{Part{std::abs(d.x), d.x >= 0 ? 'L' : 'R'}, Part{std::abs(d.y), d.y >= 0 ? 'P' : 'A'},
                     Part{std::abs(d.z), d.z >= 0 ? 'S' : 'I'}};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.size > b.size; });
    std::string letters;
    for (const Part& part : parts)
        if (part.size >= 0.2) letters += part.letter;
    return letters;
}

char directionLetter(Vec3 direction) {
    const std::string letters = directionLetters(direction);
    return letters.empty() ? '?' : letters.front();
}

} // namespace hemo
