#pragma once

#include "core/geometry/grid.h"
#include "core/image/volume_style.h"

#include <array>

namespace hemo {

/// A box along the patient's axes, LPS mm: what lies outside is left out of a volume view.
struct ClipBox {
    PatientPoint low, high;
    bool operator==(const ClipBox&) const = default;
};

/// One of a box's six sides: the LPS axis that it lies across, and at which end.
struct BoxSide {
    int axis = 0;
    bool isHigh = false;
    bool operator==(const BoxSide&) const = default;
};
inline constexpr std::array kBoxSides{BoxSide{0, false}, BoxSide{0, true},  BoxSide{1, false},
                                      BoxSide{1, true},  BoxSide{2, false}, BoxSide{2, true}};

/// Round a whole stack, but no larger than a head about its middle: wide scans show mostly air.
ClipBox boxRound(const Grid& grid);

/// A unit vector.
Vec3 outwards(BoxSide side);
PatientPoint middleOf(const ClipBox& box, BoxSide side);

/// With a side moved outwards by so many mm, or inwards; it stays a centimetre away from the one across.
ClipBox withSideMoved(ClipBox box, BoxSide side, double outwardsMm);

std::array<CutPlane, kBoxSides.size()> cutsOf(const ClipBox& box);

} // namespace hemo
