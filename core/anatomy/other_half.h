#pragma once

#include "core/anatomy/head_middle.h"
#include "core/geometry/picture_plane.h"

namespace hemo {

/// The picture in which every place of the head stands where its mirror image in the other half stood, so
/// that the two halves can be compared at the same pixels.
PicturePlane otherHalf(const PicturePlane& picture, const HeadMiddle& middle);

/// Whether the other half of a picture with this frame lies in the picture's own plane, as it does across a
/// head that is not turned. Elsewhere what is known of the picture's plane says nothing about the other half.
bool liesInItsPlane(const HeadMiddle& middle, const ViewFrame& frame);

/// Where the middle of the head cuts a picture's plane near a place in it: two ends, `reachMm` to either
/// side.
struct MiddleLine {
    PatientPoint from, to;
};
MiddleLine middleLine(const HeadMiddle& middle, const ViewFrame& frame, PatientPoint near, double reachMm);

} // namespace hemo
