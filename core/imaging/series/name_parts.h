#pragma once

#include "core/study/series_info.h"

#include <vector>

namespace hemo::imaging {

/// Gives each entry its id, the series UID and a part number, in the order in which they come. Where several
/// stacks share a UID, their descriptions get what tells them apart: "Head, kernel H60s", "Head, acquisition
/// 2".
void nameParts(std::vector<SeriesInfo>& series);

} // namespace hemo::imaging
