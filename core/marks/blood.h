#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo {

/// Voxels that the reader takes for blood.
struct Blood {
    std::vector<std::uint32_t> voxels; ///< of the volume, in order and once; at least one
    double volumeMl = 0;               ///< each half way to its neighbours, and not into a gap
    bool operator==(const Blood&) const = default;
};

Blood bloodOf(std::vector<std::uint32_t> voxels, const Grid& grid);
/// In the slice that holds the most of it: the middle of what it holds. LPS mm.
PatientPoint middleOf(const Blood& blood, const Grid& grid);

enum class Brush { Adds, TakesAway };
/// The voxels after a round brush was drawn through slice k from one place to another. In order; empty where
/// nothing is left.
std::vector<std::uint32_t> painted(std::span<const std::uint32_t> voxels, const Grid& grid, int k,
                                   const PatientPoint& from, const PatientPoint& to, double radiusMm,
                                   Brush brush);

} // namespace hemo
