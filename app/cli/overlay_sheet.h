#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/image/overlay.h"
#include "core/image/volume.h"
#include "core/study/sides.h"

namespace hemo {

/// Slice k in its own pixels, radiological convention, brain window.
RgbaImage uprightSlice(const Volume& volume, int k);

/// Slice k in its own pixels, radiological convention, brain window: left the image, right the image with its
/// heat. A slice under the threshold shows no heat. Both carry the letters of the patient's directions, or
/// say that nobody knows them. `isSimulated`: both say that something was drawn into the series.
RgbaImage overlaySheet(const Volume& volume, const Prediction& prediction, int k, const OverlayStyle& style,
                       Sides sides, bool isSimulated = false);

} // namespace hemo
