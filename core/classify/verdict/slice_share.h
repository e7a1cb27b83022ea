#pragma once

#include "core/geometry/grid.h"
#include "core/study/sides.h"

#include <vector>

namespace hemo {

/// The step between the slices that the rule for patients was fitted on, of both data sets.
inline constexpr double kRuleSliceMm = 5;

/// For how many slices of kRuleSliceMm each slice of a scan stands in the rule: the way to the middle of its
/// neighbours on both sides, at most one. A bleed that two thick slices show is seen in ten of 1 mm.
/// One each where the steps cannot be believed: `lengths` are unknown, or the stack is lower than any head.
std::vector<double> sliceShares(const Grid& grid, Lengths lengths);

} // namespace hemo
