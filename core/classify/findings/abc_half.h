#pragma once

#include "core/classify/findings/findings.h"
#include "core/geometry/grid.h"

#include <array>
#include <optional>

namespace hemo {

/// The three diameters of a haematoma, LPS mm (Broderick et al., Stroke 1993, 24, 987): in the slice with the
/// most blood the longest one (a) and the longest across it (b), and how high it is over all slices that hold
/// blood (c). Half of their product estimates the volume.
struct Diameters {
    std::array<PatientPoint, 2> a{}, b{}, c{};
    int slice = 0; ///< of a and b
};

/// Of an outline; none where it is empty. Slices are not counted by how much of the blood they show (Kothari
/// et al., Stroke 1996, 27, 1304): an ellipsoid would then be measured a third too small.
std::optional<Diameters> diametersOf(const BleedOutline& outline, const Grid& grid);

} // namespace hemo
