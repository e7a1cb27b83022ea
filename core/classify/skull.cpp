#include "core/classify/skull.h"

#include "core/classify/head_middle.h"
#include "core/simulate/distance.h"

namespace hemo {

using namespace simulate;

Skull skullIn(const Volume& volume, int k, int boneFrom) {
    const Grid& grid = volume.grid();
    const PixelMm pixel = pixelMm(grid);
    Skull skull{skullInside(volume.slice(k), grid.columns(), pixel, boneFrom),
                emptyMask(grid.columns(), grid.voxelsPerSlice())};
    if (skull.inside.count() == 0) return skull;
    const auto depth = signedDistance(skull.inside.set, grid.columns(), pixel);
    for (std::size_t n = 0; n < depth.size(); ++n)
        skull.deep.set[n] = depth[n] > kBoneRimMm;
    return skull;
}

} // namespace hemo
