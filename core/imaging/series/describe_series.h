#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/task.h"

#include <vector>

namespace hemo::imaging {

/// The list of series that these images make, each with its images in order and its warnings.
/// Fails: Cancelled. Any thread.
Result<std::vector<SeriesInfo>> describeSeries(std::vector<SliceHeader> slices, const TaskContext& context);

} // namespace hemo::imaging
