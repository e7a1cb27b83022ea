#pragma once

#include "core/image/volume.h"
#include "core/study/series_info.h"

#include <cstddef>
#include <functional>

namespace hemo::imaging {

struct LoadedSeries {
    SeriesInfo
        info; ///< the scan's, its files, places and warnings brought up to date with what could be decoded
    VolumePtr volume; ///< stored values turned into HU once, native slices where they were acquired
};

/// Called once with a volume of one slice, the middle one, before the rest is decoded. On the loading thread.
using PreviewSink = std::function<void(VolumePtr)>;

/// Neighbouring slices of a series, in the order of its grid.
struct SliceRange {
    std::size_t first = 0, count = 0;
    bool operator==(const SliceRange&) const = default;
};

} // namespace hemo::imaging
