#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/volume.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace hemo::testing {

/// Voxels with no symmetry at all, so that a flip, a shift or a swap of axes shows.
inline std::int16_t scrambledHu(std::size_t n) {
    std::uint64_t x = (n + 1) * 0x9E3779B97F4A7C15ull;
    x ^= x >> 29;
    x *= 0xBF58476D1CE4E5B9ull;
    return std::int16_t(int((x >> 40) % 2400) - 1000);
}

inline VolumePtr scrambledVolume(Grid grid) {
    std::vector<std::int16_t> voxels(grid.voxelCount());
    for (std::size_t n = 0; n < voxels.size(); ++n)
        voxels[n] = scrambledHu(n);
    return std::make_shared<const Volume>(std::move(grid), std::move(voxels), "1.2.3");
}

/// A small stack with different sizes and spacings along its three axes, around (7, -11, 23).
inline Grid stackAlong(Vec3 row, Vec3 column, Vec3 step) {
    constexpr int kColumns = 23, kRows = 17, kSlices = 9;
    constexpr double kColumnSpacing = 1.3, kRowSpacing = 1.7;
    const PatientPoint centre{7, -11, 23};
    const PatientPoint corner = centre - row * ((kColumns - 1) / 2.0 * kColumnSpacing) -
                                column * ((kRows - 1) / 2.0 * kRowSpacing) - step * ((kSlices - 1) / 2.0);
    std::vector<PatientPoint> positions;
    for (int k = 0; k < kSlices; ++k)
        positions.push_back(corner + step * k);
    return Grid(kColumns, kRows, row, column, kColumnSpacing, kRowSpacing, std::move(positions));
}

/// Every way of laying rows and columns along the patient's axes, in either sense, and two oblique ones.
inline std::vector<Grid> everyOrientation() {
    const std::array<Vec3, 6> axes{Vec3{1, 0, 0},  Vec3{-1, 0, 0}, Vec3{0, 1, 0},
                                   Vec3{0, -1, 0}, Vec3{0, 0, 1},  Vec3{0, 0, -1}};
    std::vector<Grid> grids;
    for (const Vec3 row : axes)
        for (const Vec3 column : axes)
            if (dot(row, column) == 0) grids.push_back(stackAlong(row, column, cross(row, column) * 3.1));
    const double c = std::cos(0.3), s = std::sin(0.3);
    for (const double sign : {1.0, -1.0}) {
        const Vec3 row{c, s * sign, 0}, column{-s * sign * c, c * c, s};
        grids.push_back(stackAlong(row, column, cross(row, column) * 3.1));
    }
    return grids;
}

/// Positions along z, planes leaning about x.
inline Grid tiltedStack(double degrees) {
    const double a = degrees * std::numbers::pi / 180;
    return stackAlong({1, 0, 0}, {0, std::cos(a), std::sin(a)}, {0, 0, 3.1});
}

inline constexpr std::array kViewAxes{ViewAxis::Axial, ViewAxis::Coronal, ViewAxis::Sagittal};

} // namespace hemo::testing
