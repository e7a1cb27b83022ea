#pragma once

#include "core/classify/findings/hot_region.h"
#include "core/image/volume.h"
#include "core/task.h"

namespace hemo {

/// The density of what is hot and denser than any blood, inside the skull and away from bone: HU that nine in
/// ten of these voxels stay under. Clotted blood reaches about 100 HU. None where there is hardly any, or
/// where anything else is hot too (that may be a bleed), or it was cancelled. A network that was taught by
/// pictures of a brain window, where all of this is white alike, takes calcifications for blood.
std::optional<int> densityOverBlood(const Volume& volume, const HotRegion& hot, int boneFrom,
                                    const TaskContext& context);

} // namespace hemo
