#pragma once

#include "core/classify/verdict/assess.h"
#include "core/image/volume.h"
#include "core/study/series_info.h"

#include <string>

namespace hemo {

/// A piece of background work as the screen knows it. A number is given once; results of an older number are
/// ignored. Number 0: never started.
struct JobState {
    int number = 0;
    bool isRunning = false;
    double fraction = 0;
    std::string stage;
    bool operator==(const JobState&) const = default;
};

/// A series that is open: what is read, scrolled and classified.
struct OpenSeries {
    SeriesInfo info;
    VolumePtr volume;  ///< as acquired
    VolumePtr regular; ///< on an even, untilted grid for reformats; null until it is ready
    ScanHeader header; ///< what the second reader must know of it besides its voxels
    bool operator==(const OpenSeries&) const = default;
};

} // namespace hemo
