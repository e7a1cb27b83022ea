#pragma once

#include "core/classify/prediction.h"
#include "core/image/overlay.h"
#include "core/image/volume.h"

namespace hemo {

/// Slice k in its own pixels, radiological convention, brain window: left the image, right the image with its
/// heat. A slice under the threshold shows no heat.
RgbaImage overlaySheet(const Volume& volume, const Prediction& prediction, int k, const OverlayStyle& style);

} // namespace hemo
