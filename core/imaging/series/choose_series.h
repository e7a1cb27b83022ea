#pragma once

#include "core/study/series_info.h"

namespace hemo::imaging {

/// Puts the series in order, best for the second reader first, and says which it is and why. Pure.
void chooseSeries(FolderContents& contents);

} // namespace hemo::imaging
