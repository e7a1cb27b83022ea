#pragma once

#include "core/anatomy/head_layers.h"

#include <vector>

namespace hemo {

/// What may be the outer rim of the orbit on one side of a head, as its layers show it. LPS mm.
struct OrbitalRim {
    std::vector<PatientPoint> course; ///< foremost on the bone, a place a layer, upwards: two and more
    PatientPoint hollow;              ///< halfway up the open orbit, between rim and nose
    double openMl = 0;                ///< of the orbit behind the rim
};

/// Where the eye's outer corner is: on the rim, level with both orbits. A slice through the middle of an
/// orbit meets the rim there only where the head does not lean to a side.
PatientPoint outerCorner(const OrbitalRim& rim, const OrbitalRim& otherSide, Vec3 up);

inline constexpr SideArea kOrbitArea{.fromOutMm = 0, .toOutMm = 80, .fromBackMm = -135, .toBackMm = -10};

/// Bone that stands out to the front between a hollow, 12 mm deep and wide and more, with the nose on its
/// other side, and the temple, through 14 mm of height and more. The largest hollow first, a few at most.
/// Where the scan begins or ends within the orbit nobody knows where half of its height is: it is left out.
/// `view` shows kOrbitArea.
std::vector<OrbitalRim> orbitalRims(const SideView& view, int boneFrom);

} // namespace hemo
