#pragma once

#include "core/image/volume.h"
#include "core/simulate/opened_skull.h"

#include <cmath>

namespace hemo::testing {

using simulate::Flap;
inline VolumePtr opened(const Volume& volume, const Flap& flap) {
    return simulate::openedSkull(volume, flap);
}

/// The largest that is taken out.
inline VolumePtr craniectomy(const Volume& volume) {
    constexpr double kMm = 130;
    return opened(volume, {.widthMm = kMm, .heightMm = kMm});
}

/// The same head with the sutures of an infant, so wide: metopic and sagittal, coronal, lambdoid.
inline VolumePtr withOpenSutures(const Volume& volume, double widthMm) {
    constexpr double kCoronalY = -30, kLambdoidY = 50;
    const Grid& grid = volume.grid();
    std::vector<std::int16_t> voxels(volume.voxels().begin(), volume.voxels().end());
    const auto isIn = [&](double off) { return std::abs(off) <= widthMm / 2; };
    for (std::size_t v = 0; v < voxels.size(); ++v) {
        const std::size_t n = v % grid.voxelsPerSlice();
        const PatientPoint p = grid.toPatient(grid.voxelOfSlice(n, int(v / grid.voxelsPerSlice())));
        const bool isSuture = isIn(p.x) || isIn(p.y - kCoronalY) || isIn(p.y - kLambdoidY);
        if (isSuture && voxels[v] >= 120) voxels[v] = 40;
    }
    return std::make_shared<const Volume>(grid, std::move(voxels), "sutures");
}

} // namespace hemo::testing
