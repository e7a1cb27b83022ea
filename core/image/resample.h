#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

namespace hemo {

/// The same scan on an even, untilted grid, for reformats and the volume view: every slice stays where it was
/// acquired in patient space. Linear between slices; gaps (findGaps) and places beyond the scan hold
/// kOutsideHu, so that a gap is seen as a gap. Slice spacing is the smallest that occurs, at least 0.5 mm
/// and at most `kMaxRegularSlices` slices. A volume that is regular already is returned as it is.
/// Fails: Cancelled; Unsupported where positions wander sideways by more than any gantry tilts.
Result<VolumePtr> resampleRegular(const VolumePtr& volume, const TaskContext& context);

inline constexpr int kMaxRegularSlices = 1024;

} // namespace hemo
