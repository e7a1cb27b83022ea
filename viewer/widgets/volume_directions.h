#pragma once

#include "core/geometry/patient_space.h"
#include "core/image/volume_style.h"

#include <cmath>
#include <numbers>

namespace hemo::ui {

/// The patient's directions in a picture of the volume view.
struct VolumeDirections {
    Vec3 toViewer, right, up; ///< unit vectors
};

/// As VolumeCamera's comment says: azimuth 0, elevation 0 looks at the face, head up.
inline VolumeDirections volumeDirections(const VolumeCamera& camera) {
    constexpr double kRadians = std::numbers::pi / 180;
    const double a = camera.azimuthDegrees * kRadians, e = camera.elevationDegrees * kRadians;
    const Vec3 toViewer{std::sin(a) * std::cos(e), -std::cos(a) * std::cos(e), std::sin(e)};
    const Vec3 right{std::cos(a), std::sin(a), 0};
    return {toViewer, right, cross(toViewer, right)};
}

/// The camera after a drag: the head turns along with the hand.
inline VolumeCamera turned(VolumeCamera camera, double rightPixels, double downPixels) {
    constexpr double kDegreesPerPixel = 0.4;
    camera.azimuthDegrees -= rightPixels * kDegreesPerPixel;
    camera.elevationDegrees += downPixels * kDegreesPerPixel;
    return camera;
}

} // namespace hemo::ui
