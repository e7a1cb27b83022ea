#pragma once

#include "core/geometry/grid.h"
#include "core/study/series_info.h"

#include <vector>

namespace hemo::imaging {

/// Whether files say which side is left and which end is up: where they do not, no letter is named.
enum class Directions { Known, Unknown };

/// What is unusual about a stack's positions, in words a tired person understands: what was expected, what
/// was found and where. Positions and distances are those of `SliceLine`.
std::vector<LoadWarning> geometryWarnings(const Grid& grid, Directions directions = Directions::Known);

} // namespace hemo::imaging
