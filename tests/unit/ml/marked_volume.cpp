#include "tests/unit/ml/marked_volume.h"

#include <cmath>

namespace hemo::test {

VolumePtr makeMarkedVolume(const Grid& grid, PatientPoint mark, double markRadiusMm) {
    std::vector<std::int16_t> voxels(grid.voxelCount());
    const PatientPoint centre = grid.centre();
    std::size_t at = 0;
    for (int k = 0; k < grid.slices(); ++k)
        for (int j = 0; j < grid.rows(); ++j)
            for (int i = 0; i < grid.columns(); ++i) {
                const PatientPoint p = grid.toPatient({double(i), double(j), double(k)});
                const bool isHead = std::hypot((p.x - centre.x) / 70, (p.y - centre.y) / 85) < 1;
                const bool isMark = length(p - mark) < markRadiusMm;
                voxels[at++] = isMark ? 75 : isHead ? 30 : -1000;
            }
    return std::make_shared<const Volume>(grid, std::move(voxels), "1.2.3");
}

} // namespace hemo::test
