#pragma once

#include "core/image/volume.h"
#include "core/imaging/header/byte_window.h"
#include "core/imaging/loaded_series.h"
#include "core/imaging/volume_files/volume_header.h"
#include "core/study/series_info.h"
#include "core/task.h"

namespace hemo::imaging {

/// The series-list entry of a NIfTI or NRRD file; one that cannot be opened as a volume is listed with the
/// reason. Reads the header alone. `bytes` is the place, opened.
/// Fails: NothingReadable (the file is something else), Damaged. Any thread.
Result<SeriesInfo> describeVolumeFile(const ImagePlace& place, ByteWindow& bytes);

/// Loads what describeVolumeFile described, as loadSeries does for DICOM.
/// Fails: NotFound, NoPermission, Damaged, Unsupported, OutOfMemory, Cancelled. May throw std::bad_alloc. Any
/// thread.
Result<LoadedSeries> loadVolumeFile(const SeriesInfo& series, const TaskContext& context,
                                    const PreviewSink& onPreview);

/// One slice from about the middle, for a thumbnail. Fails as loadVolumeFile does.
Result<VolumePtr> loadMiddleSlice(const SeriesInfo& series, const TaskContext& context);

} // namespace hemo::imaging
