#pragma once

#include "core/image/volume.h"
#include "core/image/volume_style.h"

#include <cstdint>
#include <vector>

namespace hemo::render {

/// A box of voxels on an even grid: what the ray caster is given, and what masks are found in.
struct VoxelBox {
    int columns = 0, rows = 0, slices = 0;
    Vec3 spacingMm;       ///< between columns, rows and slices
    PatientPoint first;   ///< centre of voxel (0, 0, 0)
    Vec3 right, down, up; ///< unit vectors of growing column, row and slice
    std::vector<std::int16_t> hu;

    std::size_t index(int i, int j, int k) const { return (std::size_t(k) * rows + j) * columns + i; }
    PatientPoint at(double i, double j, double k) const {
        return first + right * (i * spacingMm.x) + down * (j * spacingMm.y) + up * (k * spacingMm.z);
    }
};

/// Where the head is, so that the camera can frame it.
struct HeadFrame {
    PatientPoint centre;
    double radiusMm = 100; ///< the largest half extent
};

struct VolumeSource {
    VoxelBox box;
    HeadFrame head;
};

inline constexpr std::int16_t kAirHu = -1024;

/// Averages whole voxels together until no more than `budget` are left; what is outside the scan becomes air.
VoxelBox reduced(const Volume& volume, std::size_t budget);

/// The same box with pairs of voxels averaged along its finest axes, again and again, until no more than
/// `budget` are left.
VoxelBox coarser(const VoxelBox& box, std::size_t budget);

/// What a preset shows of a volume: all of it, the head without what it rests on, or the inside of the skull.
/// Layers of blood thinner than about 5 mm along the bone are not seen in the brain preset.
/// Where no skull is found, the brain preset keeps the whole head but nothing of it as dense as blood, so
/// that muscle is not taken for a bleed. `volume` must be on a regular grid of two slices or more.
VolumeSource volumeSource(const Volume& volume, VolumePreset preset);

} // namespace hemo::render
