#pragma once

#include "core/image/slab.h"
#include "core/image/volume.h"

#include <optional>

namespace hemo {

/// HU at a place as the pictures show it: on an acquired slice from that slice, between slices from the even
/// grid. None outside the scan, in a gap, and between slices while there is no even grid yet.
std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place);

/// The same in pictures of thick layers. `normal`: of the picture, a unit vector. Where the pictures are the
/// acquired slices (`isNative`), those are taken together, as they are drawn.
std::optional<int> shownHu(const VolumePtr& native, const VolumePtr& regular, PatientPoint place,
                           const Slab& slab, Vec3 normal, bool isNative);

} // namespace hemo
