#pragma once

#include "app/cli/dataset/study.h"
#include "core/image/rgba_image.h"
#include "core/image/volume.h"

namespace hemo {

/// Eight slices of a scan beside each other, from the feet to the head: one look tells whether it is a head,
/// the right way up, in the right window. Slices with a bleed have a red edge, those of which nobody knows a
/// grey one.
RgbaImage lookStrip(const Volume& volume, const ScanLabels& labels);

} // namespace hemo
