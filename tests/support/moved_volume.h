#pragma once

#include "core/image/volume.h"

#include <string>
#include <vector>

namespace hemo::testing {

/// The same scan elsewhere in patient space, as a series of its own.
inline VolumePtr movedVolume(const Volume& volume, Vec3 by, const std::string& seriesUid) {
    const Grid& g = volume.grid();
    std::vector<PatientPoint> positions = g.slicePositions();
    for (PatientPoint& p : positions)
        p = p + by;
    return std::make_shared<const Volume>(
        Grid(g.columns(), g.rows(), g.rowDirection(), g.columnDirection(), g.columnSpacingMm(),
             g.rowSpacingMm(), positions),
        std::vector<std::int16_t>(volume.voxels().begin(), volume.voxels().end()), seriesUid);
}

} // namespace hemo::testing
