#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/read/file_tally.h"

namespace hemo::imaging {

/// What was found behind some paths, and what became of the rest.
struct CollectedSlices {
    std::vector<SliceHeader> slices;
    std::vector<SeriesInfo> volumes; ///< NIfTI, NRRD and MetaImage files: each is a series
    FileTally tally;
};

/// Reads the headers of all files that are found, then of what ZIP archives among them hold, and of what a
/// DICOMDIR names that was itself asked for. In an opened folder a DICOMDIR is left alone: its files are
/// there to be looked at. Fails: as findFiles does; Cancelled.
Result<CollectedSlices> collectSlices(std::span<const std::filesystem::path> paths,
                                      const TaskContext& context);

} // namespace hemo::imaging
