#pragma once

#include "core/image/volume.h"
#include "core/imaging/header/byte_window.h"
#include "core/imaging/loaded_series.h"
#include "core/imaging/volume_files/volume_header.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <span>

namespace hemo::imaging {

/// The series-list entry of a NIfTI, NRRD or MetaImage file; one that cannot be opened as a volume is listed
/// with the reason. Reads the header alone. `bytes` is the place, opened.
/// Fails: NothingReadable (the file is something else), Damaged. Any thread.
Result<SeriesInfo> describeVolumeFile(const ImagePlace& place, ByteWindow& bytes);

/// Reads slices of what describeVolumeFile described into `voxels`, in HU; what comes back is the description
/// with what was found among them.
/// Fails: NotFound, NoPermission, Damaged, Unsupported, OutOfMemory, Cancelled. May throw std::bad_alloc. Any
/// thread.
Result<SeriesInfo> readVolumeFile(const SeriesInfo& series, SliceRange range, std::span<std::int16_t> voxels,
                                  const TaskContext& context);

/// The middle slice, for a first picture. Fails as readVolumeFile does, and NothingReadable for a packed
/// file, of which the middle is not there before the first half is unpacked.
Result<VolumePtr> earlyVolumePicture(const SeriesInfo& series);

/// One slice from about the middle, for a thumbnail. Fails as readVolumeFile does.
Result<VolumePtr> loadMiddleSlice(const SeriesInfo& series, const TaskContext& context);

} // namespace hemo::imaging
