#pragma once

#include "core/marks/mark.h"

namespace hemo {

/// Where a mark can be taken hold of to change its shape: its places; of ellipses and rectangles the four
/// corners of the box; none of a region drawn by hand or a volume.
std::vector<PatientPoint> handlesOf(const Mark& mark);

/// The mark with its n-th handle put there, within its plane.
Mark withHandleAt(Mark mark, std::size_t n, PatientPoint place);

/// The mark as a whole, moved within its plane; a volume stays where its voxels are.
Mark movedBy(Mark mark, Vec3 way);

} // namespace hemo
