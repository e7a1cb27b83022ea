#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/simulate/phantom.h"
#include "core/task.h"

#include <string>
#include <vector>

namespace hemo {

/// A copy of a scan with a bleed drawn into it.
struct DrawnScan {
    VolumePtr volume;
    double volumeMl = 0;
    std::vector<PatientPoint> places; ///< of the voxels that hold it
};

/// Draws a bleed into a copy of a real scan, which becomes the series `seriesInstanceUid`. The scan's own
/// noise lies over it, as it does over the brain. The same spec and seed draw the same. Axial slices. Fails:
/// Unsupported where there is no brain, or no room in it; Cancelled. Seconds; any thread.
Result<DrawnScan> drawInto(const Volume& volume, const BleedSpec& spec, unsigned seed,
                           std::string seriesInstanceUid, const TaskContext& context);

} // namespace hemo
