#pragma once

#include "core/classify/findings/suspicious_runs.h"
#include "core/raster/mask.h"

#include <vector>

namespace hemo {

/// Blood of a slice that the second reader does not suspect.
struct SliceOfBlood {
    int slice = 0;
    raster::Mask kept;  ///< away from bone
    raster::Mask dense; ///< of blood's density about it, up to the bone
    double leftMl = 0;  ///< hangs together with it, and is too thin to be followed
};

/// Whether blood that lies in a slice as `kept` does goes on in slice k, which is beside it; beyond the
/// scan's end nobody knows, and it is true.
bool goesOnIn(const Volume& volume, const raster::Mask& kept, int k, int boneFrom);

/// Where blood goes on beyond the last suspicious slice: from `kept`, which lies in slice `from`, one slice
/// after the other towards `step` (1 or -1), none left out. What is followed lies over what was before it, or
/// a slope aside, and is as thick as a clot. Ends at missing slices, at a break of the skull, where `within`
/// ends and after 30 mm: whether blood goes on there, `goesOnIn` says. Cancelled: unfinished.
std::vector<SliceOfBlood> bloodBeyond(const Volume& volume, const raster::Mask& kept, int from, int step,
                                      const SliceRun& within, int boneFrom, const TaskContext& context);

} // namespace hemo
