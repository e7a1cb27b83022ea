#include "core/anatomy/open_sutures.h"

#include "core/anatomy/bone_ring.h"

#include <algorithm>

namespace hemo {

int openSutures(const BonySlice& bony) {
    constexpr double kNarrowestMm = 2;    // narrower ones may be thin bone between two voxels
    constexpr double kWidestMm = 30;      // an anterior fontanelle
    constexpr double kMostOpen = 1.0 / 4; // of the ring: more is the skull's base, or a break
    const int rows = static_cast<int>(bony.hu.size()) / bony.columns;
    const auto bone =
        raster::maskOf({bony.columns, rows}, [&](std::size_t n) { return bony.hu[n] >= bony.boneFrom; });
    const auto ring = boneRing(bone, bony.pixel);
    if (!ring) return 0;
    double open = 0;
    for (const BoneBreak& gap : ring->breaks)
        open += gap.last();
    if (open > kMostOpen * BoneBreak::kDirections) return 0;
    return static_cast<int>(std::ranges::count_if(ring->breaks, [&](const BoneBreak& gap) {
        const double width = gap.widthMm(ring->ellipse);
        return width >= kNarrowestMm && width <= kWidestMm;
    }));
}

bool isInfantsVault(const BonySlice& bony) {
    constexpr int kFewest = 3;
    return openSutures(bony) >= kFewest;
}

} // namespace hemo
