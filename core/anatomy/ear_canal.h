#pragma once

#include "core/anatomy/head_layers.h"

#include <vector>

namespace hemo {

/// What may be the outer ear's canal on one side of a head, where it enters the bone.
struct EarCanal {
    PatientPoint opening; ///< LPS mm: where bone begins to close it in, in the middle of its height
    double areaMm2 = 0;   ///< of what is open, seen from the side
    double outMm = 0;     ///< from the head's middle
};

inline constexpr SideArea kEarArea{.fromOutMm = 28, .toOutMm = 95, .fromBackMm = -50, .toBackMm = 50};

/// Straight tubes of air, 7 mm long and more, that have bone before, behind and above them and none between
/// their outer end and the outside. Cells of the mastoid have: bone closes them from outside. The widest
/// first, a few at most. What reaches the end of the scan is left out. `view` shows kEarArea.
std::vector<EarCanal> earCanals(const SideView& view, int boneFrom);

} // namespace hemo
