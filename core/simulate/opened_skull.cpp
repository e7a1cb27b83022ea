#include "core/simulate/opened_skull.h"

#include "core/geometry/voxel_place.h"
namespace hemo::simulate {

VolumePtr openedSkull(const Volume& phantom, const Flap& flap) {
    constexpr double kLeftOfMm = 30, kMiddleZ = 15;
    constexpr std::int16_t kBoneFromHu = 120, kScalpHu = 40;
    const Grid& grid = phantom.grid();
    std::vector<std::int16_t> voxels(phantom.voxels().begin(), phantom.voxels().end());
    for (std::size_t v = 0; v < voxels.size(); ++v) {
        const PatientPoint p = placeOfVoxel(grid, v);
        const double across = p.y / (flap.widthMm / 2), up = (p.z - kMiddleZ) / (flap.heightMm / 2);
        const bool isFlap =
            p.x > kLeftOfMm && across * across + up * up < 1 && p.z >= flap.fromZ && p.z <= flap.toZ;
        if (isFlap && voxels[v] >= kBoneFromHu) voxels[v] = kScalpHu;
    }
    return std::make_shared<const Volume>(grid, std::move(voxels), phantom.seriesInstanceUid());
}

} // namespace hemo::simulate
