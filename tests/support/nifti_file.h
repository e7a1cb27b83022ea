#pragma once

#include "core/geometry/grid.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace hemo::testing {

/// An uncompressed NIfTI-1 file as another program wrote it, read by code that shares nothing with the
/// program's own reader: the 348-byte header with its sform, and 16-bit voxels.
struct NiftiFile {
    std::array<int, 3> size{};
    std::array<std::array<double, 4>, 3> rows{}; ///< voxel to RAS mm
    std::vector<double> values;                  ///< scaled

    static std::optional<NiftiFile> read(const std::filesystem::path& file);

    /// LPS, as the program has it: NIfTI's x and y grow to the right and to the front.
    PatientPoint place(double i, double j, double k) const;
    /// Along an axis of voxels, LPS mm.
    Vec3 step(int axis) const;
    /// The inverse of `place`.
    VoxelIndex voxelAt(PatientPoint p) const;
    double at(int i, int j, int k) const;
    bool holds(int i, int j, int k) const;
};

} // namespace hemo::testing
