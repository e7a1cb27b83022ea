#pragma once

#include "core/classify/findings/findings.h"
#include "core/classify/findings/hot_region.h"

#include <optional>

namespace hemo {

/// Blood of 50 to 90 HU that begins in the hot region, inside the skull: all of it near the heat, and beyond
/// that, in the same slices, what is as thick as a clot and hangs together with it. None where there is less
/// than a few drops, or it was cancelled.
std::optional<BleedOutline> outlineBlood(const Volume& volume, const HotRegion& hot, int boneFrom,
                                         const TaskContext& context);

} // namespace hemo
