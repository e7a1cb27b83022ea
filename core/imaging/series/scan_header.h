#pragma once

#include "core/classify/verdict/assess.h"
#include "core/study/series_info.h"

namespace hemo::imaging {

/// What the second reader must know of a series besides its voxels.
ScanHeader scanHeaderOf(const SeriesInfo& series);

} // namespace hemo::imaging
