#pragma once

#include "core/anatomy/head_middle.h"
#include "core/classify/findings/findings.h"
#include "core/classify/findings/hot_region.h"

#include <vector>

namespace hemo {

/// On which side of the head a place lies; as near to the middle as heat can tell is the midline.
FindingSide sideOf(const HeadMiddle& middle, PatientPoint place);

/// The sides of a finding: that of its place, and right and left where a good part of the outline lies there
/// too, or of what is hot where there is none. A volume of both sides must not be taken for that of one.
std::vector<FindingSide> bleedSides(const Finding& finding, const HotRegion& hot, const Grid& grid,
                                    const HeadMiddle& middle);

} // namespace hemo
