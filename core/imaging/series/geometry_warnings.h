#pragma once

#include "core/geometry/grid.h"
#include "core/study/sides.h"

#include <vector>

namespace hemo::imaging {

/// What is unusual about a stack's positions, in words a tired person understands: what was expected, what
/// was found and where. Positions and distances are those of `SliceLine`,
/// with no letter where sides are unknown.
std::vector<LoadWarning> geometryWarnings(const Grid& grid, Sides sides = Sides::Known);

} // namespace hemo::imaging
