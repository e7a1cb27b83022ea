#include "core/anatomy/missing_bone.h"

#include "core/anatomy/bone_ring.h"

#include <algorithm>

namespace hemo {

using namespace raster;

Mask missingBone(const Mask& bone, PixelMm pixel) {
    constexpr double kMostMissingMm = 135; // from one end of the bone to the other
    constexpr double kFine = 0.1;          // of a direction: no pixel is left out
    Mask line = emptyMask(bone.shape());
    const auto ring = boneRing(bone, pixel);
    if (!ring) return line;
    const auto isTooWide = [&](const BoneBreak& b) { return b.widthMm(ring->ellipse) > kMostMissingMm; };
    if (std::ranges::any_of(ring->breaks, isTooWide)) return line;
    for (const BoneBreak& b : ring->breaks)
        for (double step = 0; step <= b.last(); step += kFine)
            if (const auto place = placeAt(b.at(ring->ellipse, step), line.shape(), pixel))
                line.set[*place] = 1;
    return line;
}

} // namespace hemo
