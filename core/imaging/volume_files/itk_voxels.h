#pragma once

#include "core/imaging/volume_files/read_voxels.h"

namespace hemo::imaging {

/// readVoxels of a MetaImage file by ITK's own reader, slice by slice, of a header that readVolumeHeader has
/// found sound and whose voxels are not packed: of those ITK takes what it can get, zeros included. Fails:
/// Damaged (ITK reads another volume than the header promises, or none), Cancelled. May throw std::bad_alloc.
Result<VoxelRange> readVoxelsByItk(const std::filesystem::path& file, const VolumeHeader& header,
                                   FileSlices slices, const TaskContext& context, const SliceRoom& room);

} // namespace hemo::imaging
