#include "core/anatomy/other_half.h"

#include <cmath>

namespace hemo {

PicturePlane otherHalf(const PicturePlane& picture, const HeadMiddle& middle) {
    const Vec3 left = middle.left();
    const auto reflected = [&](Vec3 v) { return v - left * (2 * dot(v, left)); };
    // The head's middle is a plane only piece by piece along the head: that at the picture's own middle
    // holds.
    const PatientPoint centre = picture.toPatient({(picture.width - 1) / 2.0, (picture.height - 1) / 2.0});
    PicturePlane other = picture;
    other.right = reflected(picture.right);
    other.down = reflected(picture.down);
    other.topLeft = middle.mirrored(centre) + reflected(picture.topLeft - centre);
    return other;
}

bool liesInItsPlane(const HeadMiddle& middle, const ViewFrame& frame) {
    constexpr double kMostLean = 0.01; // 1.4 mm at the skull
    return std::abs(dot(cross(frame.right, frame.down), middle.left())) < kMostLean;
}

MiddleLine middleLine(const HeadMiddle& middle, const ViewFrame& frame, PatientPoint near, double reachMm) {
    const Vec3 normal = cross(frame.right, frame.down), left = middle.left();
    const Vec3 across = normalized(left - normal * dot(left, normal)); // within the picture
    const PatientPoint foot = near - across * (middle.leftMm(near) / dot(across, left));
    const Vec3 along = cross(normal, across);
    return {foot - along * reachMm, foot + along * reachMm};
}

} // namespace hemo
