#pragma once

#include "core/anatomy/head_middle.h"
#include "core/geometry/picture_plane.h"

namespace hemo {

/// The picture in which every place of the head stands where its mirror image in the other half stood, so
/// that the two halves can be compared at the same pixels.
PicturePlane otherHalf(const PicturePlane& picture, const HeadMiddle& middle);

/// Where the middle of the head cuts a picture's plane near a place in it: two ends, `reachMm` to either
/// side.
struct MiddleLine {
    PatientPoint from, to;
};
MiddleLine middleLine(const HeadMiddle& middle, const ViewFrame& frame, PatientPoint near, double reachMm);

} // namespace hemo
