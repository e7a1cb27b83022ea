#pragma once

#include "core/image/blood_limits.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

#include <cstdint>
#include <vector>

namespace hemo::imaging {

struct GrownVoxels {
    std::vector<std::uint32_t> voxels; ///< of the volume, in order
    /// What is as dense hangs together with it, as along the bone, and is too thin to be told from its rim.
    bool goesOnThin = false;
};

/// Blood within `limits` that hangs together with a place that somebody pointed at: what is at least about
/// 3 mm thick there and onwards (ITK's NeighborhoodConnectedImageFilter), and what is as dense beside that.
/// Thinner seams, such as the falx or the rim of bone, are not followed: what is thin of a bleed is painted.
/// `from`: LPS mm; blood within 4 mm of it in its slice counts as pointed at. Phantoms'
/// bleeds of 5 to 60 mL in the brain come out within 5 % (`grow_blood_test.cpp`). Fails: NotFound (no such
/// blood there), Cancelled. Any thread.
Result<GrownVoxels> growBlood(const VolumePtr& volume, const PatientPoint& from, const BloodLimits& limits,
                              const TaskContext& context);

} // namespace hemo::imaging
