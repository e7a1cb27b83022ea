#pragma once

#include "core/raster/mask.h"

namespace hemo {

/// The line along which a skull went on where a part of it is gone: that of an ellipse through the inner side
/// of the bone that is left, bent as the other side of the head is and led from one end of the break to the
/// other. Empty where the bone is no such ring, or where more of it is gone at a place than the largest flap
/// that is taken out, 13 cm.
raster::Mask missingBone(const raster::Mask& bone, raster::PixelMm pixel);

} // namespace hemo
