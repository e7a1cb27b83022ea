#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/findings/hot_region.h"
#include "core/classify/findings/suspicious_runs.h"

#include <optional>

namespace hemo {

/// Blood of 50 to 90 HU that begins in the hot region, inside the skull: all of it near the heat, and beyond
/// that what is as thick as a clot and hangs together with it: in the same slices, and in those `within` that
/// come after them (`blood_beyond.h`). None where there is less than a few drops, or it was cancelled.
std::optional<BleedOutline> outlineBlood(const Volume& volume, const HotRegion& hot, const SliceRun& within,
                                         int boneFrom, const TaskContext& context);

} // namespace hemo
