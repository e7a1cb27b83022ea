#pragma once

#include "core/imaging/loaded_series.h"
#include "core/result.h"
#include "core/task.h"

namespace hemo::imaging {

/// Decodes a series that scanFolder found, on as many threads as there are cores.
/// Handles signed and unsigned values, PixelPaddingValue, MONOCHROME1 and rescale per slice. A file that has
/// become unreadable is left out with a warning. Gaps, uneven spacing and tilt are warnings.
/// Fails: NotFound (files are gone), Damaged (no slice can be decoded), Unsupported (whyListed), OutOfMemory,
/// Cancelled. Any thread.
Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview = {});

} // namespace hemo::imaging
