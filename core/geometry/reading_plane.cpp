#include "core/geometry/reading_plane.h"

#include "core/geometry/rigid_transform.h"
#include "core/geometry/slice_level.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hemo {
namespace {

/// To the superior, anterior or left, whichever of them `normal` leans to most.
Vec3 upAlong(Vec3 normal) {
    const double x = std::abs(normal.x), y = std::abs(normal.y), z = std::abs(normal.z);
    const double up = z >= x && z >= y ? normal.z : y >= x ? -normal.y : normal.x;
    return up >= 0 ? normal : -normal;
}

/// The steps of a reformat: planes across `up`, one pixel spacing apart, over the whole grid.
struct ReformatSteps {
    double lowestMm = 0, stepMm = 1;
    int count = 1;
};

ReformatSteps reformatSteps(const Grid& grid, Vec3 up) {
    double low = 1e300, high = -1e300;
    for (const int k : {0, grid.slices() - 1})
        for (const int j : {0, grid.rows() - 1})
            for (const int i : {0, grid.columns() - 1}) {
                const double x = dot(grid.toPatient({double(i), double(j), double(k)}) - PatientPoint{}, up);
                low = std::min(low, x);
                high = std::max(high, x);
            }
    const double step = std::min(grid.columnSpacingMm(), grid.rowSpacingMm());
    return {low, step, static_cast<int>(std::lround((high - low) / step)) + 1};
}

PicturePlane obliquePicture(const Grid& grid, const ViewFrame& frame, PatientPoint place,
                            const ViewState& view, int width, int height) {
    const bool isUpright = view.quarterTurns % 2 == 0;
    const double wantedMm =
        fitMmPerPixel(grid, leanOf(frame).axis, isUpright ? width : height, isUpright ? height : width) /
        view.zoom;
    const double ownMm = framedPlane(grid, frame, place, 1, 0, 0, width, height).mmPerPixel;
    return framedPlane(grid, frame, place, ownMm / wantedMm, view.panRightMm, view.panDownMm, width, height);
}

} // namespace

ViewState withinLimits(ViewState view) {
    return {std::clamp(view.zoom, kLeastZoom, kMostZoom),
            std::clamp(view.panRightMm, -kMostPanMm, kMostPanMm),
            std::clamp(view.panDownMm, -kMostPanMm, kMostPanMm), (view.quarterTurns % 4 + 4) % 4,
            view.isMirrored};
}

ViewState turnedOnce(ViewState view) {
    // What is seen in the middle stays there. A mirrored picture turns the other way round below the mirror.
    view.quarterTurns += view.isMirrored ? 3 : 1;
    const double right = view.panRightMm;
    view.panRightMm = -view.panDownMm;
    view.panDownMm = right;
    return withinLimits(view);
}

ViewState mirrored(ViewState view) {
    view.isMirrored = !view.isMirrored;
    view.panRightMm = -view.panRightMm;
    return view;
}

ViewFrame turned(ViewFrame frame, const ViewState& view) {
    for (int turn = 0; turn < view.quarterTurns; ++turn)
        frame = {-frame.down, frame.right};
    if (view.isMirrored) frame.right = -frame.right;
    return frame;
}

bool isNative(const ReadingPlane& plane, const Grid& grid) {
    return plane.kind == ReadingPlane::Kind::Native ||
           (plane.kind == ReadingPlane::Kind::Axis && plane.axis == nativeAxis(grid));
}

std::optional<ViewAxis> axisOf(const ReadingPlane& plane, const Grid& grid) {
    switch (plane.kind) {
    case ReadingPlane::Kind::Native:
        return nativeAxis(grid);
    case ReadingPlane::Kind::Axis:
        return plane.axis;
    case ReadingPlane::Kind::Oblique:
        break;
    }
    return std::nullopt;
}

ViewFrame frameOf(const ReadingPlane& plane, const Grid& grid) {
    const auto axis = axisOf(plane, grid);
    return axis ? viewFrame(grid, *axis) : plane.frame;
}

ReadingPlane turnedAbout(const ReadingPlane& plane, const Grid& grid, Vec3 axis, double radians) {
    const ViewFrame frame = frameOf(plane, grid);
    const Rotation rotation = rotationAbout(axis, radians);
    return ReadingPlane::oblique({turned(frame.right, rotation), turned(frame.down, rotation)});
}

ReadingPlane laidAlong(ViewAxis axis, Vec3 up) {
    constexpr Vec3 kSuperior{0, 0, 1};
    const Vec3 about = cross(kSuperior, up);
    const Rotation rotation = rotationAbout(about, std::atan2(length(about), dot(kSuperior, up)));
    const ViewFrame frame = patientFrame(axis);
    return ReadingPlane::oblique({turned(frame.right, rotation), turned(frame.down, rotation)});
}

Lean leanOf(const ViewFrame& frame) {
    const Vec3 normal = cross(frame.right, frame.down);
    const std::array leans{std::pair(ViewAxis::Axial, std::abs(normal.z)),
                           std::pair(ViewAxis::Coronal, std::abs(normal.y)),
                           std::pair(ViewAxis::Sagittal, std::abs(normal.x))};
    const auto [axis, cosine] =
        *std::ranges::max_element(leans, {}, [](const auto& lean) { return lean.second; });
    return {axis, std::acos(std::min(cosine, 1.0)) * 180 / std::numbers::pi};
}

Vec3 upAcross(const ReadingPlane& plane, const Grid& grid) {
    const ViewFrame frame = frameOf(plane, grid);
    return upAlong(cross(frame.right, frame.down));
}

SliceSteps stepsOf(const ReadingPlane& plane, const Grid& grid, PatientPoint place) {
    if (isNative(plane, grid)) return {grid.nearestSlice(place), grid.slices(), true};
    const Vec3 up = upAcross(plane, grid);
    const ReformatSteps steps = reformatSteps(grid, up);
    const double at = (dot(place - PatientPoint{}, up) - steps.lowestMm) / steps.stepMm;
    return {std::clamp(static_cast<int>(std::lround(at)), 0, steps.count - 1), steps.count, false};
}

PatientPoint placeAtStep(const ReadingPlane& plane, const Grid& grid, PatientPoint place, int index) {
    if (isNative(plane, grid)) return movedToSlice(grid, place, index);
    const Vec3 up = upAcross(plane, grid);
    const ReformatSteps steps = reformatSteps(grid, up);
    const double wanted = steps.lowestMm + index * steps.stepMm;
    return place + up * (wanted - dot(place - PatientPoint{}, up));
}

int upwardStep(const ReadingPlane& plane, const Grid& grid) {
    if (!isNative(plane, grid)) return 1;
    return dot(grid.normal(), upAlong(grid.normal())) >= 0 ? 1 : -1;
}

PicturePlane pictureOf(const ReadingPlane& plane, const Grid& grid, PatientPoint place, const ViewState& view,
                       int width, int height) {
    const ViewFrame frame = turned(frameOf(plane, grid), view);
    if (plane.kind == ReadingPlane::Kind::Oblique)
        return obliquePicture(grid, frame, place, view, width, height);
    const auto make = isNative(plane, grid) ? slicePlane : framedPlane;
    return make(grid, frame, place, view.zoom, view.panRightMm, view.panDownMm, width, height);
}

PatientPoint middleOfSlice(const Grid& grid, int k) {
    return grid.toPatient({(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, double(k)});
}

} // namespace hemo
