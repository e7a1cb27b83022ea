#pragma once

#include "core/image/volume.h"

namespace hemo::test {

/// A block of tissue (30 HU) in air with a bright mark (75 HU), odd in size, spacing and place.
VolumePtr makeMarkedVolume(const Grid& grid, PatientPoint mark, double markRadiusMm);

} // namespace hemo::test
