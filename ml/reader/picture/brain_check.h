#pragma once

#include "core/classify/verdict/assess.h"
#include "ml/reader/picture/quiet_scan.h"
#include "ml/reader/picture/resample_plane.h"

#include <vector>

namespace hemo::ml {

/// What is closed in by bone in a picture of a slice (0..1 from 0 to 80 HU).
struct BrainLook {
    bool isBrain = false;
    double area = 0; ///< share of the picture
    double grey = 0; ///< median
};
BrainLook lookForBrain(const Plane& plane);

/// True where the picture of a slice holds brain: soft tissue closed in by bone.
bool showsBrain(const Plane& plane);

/// What decides whether a scan may be judged, from its voxels and its header. Thin slices are looked at every
/// few millimetres. `quiet`: the scan's own noise, and how the network sees it.
ScanFacts gatherScanFacts(const Volume& volume, const ScanHeader& header, const QuietScan& quiet);
ScanFacts gatherScanFacts(const Volume& volume, const ScanHeader& header);

} // namespace hemo::ml
