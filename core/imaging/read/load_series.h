#pragma once

#include "core/image/volume.h"
#include "core/result.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <functional>

namespace hemo::imaging {

struct LoadedSeries {
    SeriesInfo info;  ///< the scan's, its files and warnings brought up to date with what could be decoded
    VolumePtr volume; ///< stored values turned into HU once, native slices where they were acquired
};

/// Called once with a volume of one slice, the middle one, before the rest is decoded. On the loading thread.
using PreviewSink = std::function<void(VolumePtr)>;

/// Decodes a series that scanFolder found, on as many threads as there are cores.
/// Handles signed and unsigned values, PixelPaddingValue, MONOCHROME1 and rescale per slice. A file that has
/// become unreadable is left out with a warning. Gaps, uneven spacing and tilt are warnings.
/// Fails: NotFound (files are gone), Damaged (no slice can be decoded), Unsupported (whyListed), OutOfMemory,
/// Cancelled. Any thread.
Result<LoadedSeries> loadSeries(const SeriesInfo& series, const TaskContext& context,
                                const PreviewSink& onPreview = {});

} // namespace hemo::imaging
