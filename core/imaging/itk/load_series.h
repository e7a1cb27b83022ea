#pragma once

#include "core/imaging/loaded_series.h"
#include "core/result.h"
#include "core/task.h"

namespace hemo::imaging {

/// Loads a series that scanPaths found through an itk::ImageFileReader, decoded on as many threads as there
/// are cores; the volume shares the image's pixels. Handles signed and unsigned values, PixelPaddingValue,
/// MONOCHROME1 and rescale per slice. A file that has become unreadable is left out with a warning. Gaps,
/// uneven spacing and tilt are warnings. Fails: NotFound (files are gone), Damaged (no slice can be decoded),
/// Unsupported (whyListed), OutOfMemory, Cancelled. Any thread.
Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview = {});

} // namespace hemo::imaging
