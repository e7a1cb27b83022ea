#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/imaging/volume_files/to_hu.h"
#include "core/task.h"

#include <functional>

namespace hemo::imaging {

/// Neighbouring slices as the file has them, which may run against the grid's.
struct FileSlices {
    int first = 0, count = 0;
};

/// Where slice n of the file goes: room for one slice.
using SliceRoom = std::function<std::span<std::int16_t>(int slice)>;

/// Reads these slices from front to back and turns them into HU, rounded; asks for a stop at least every few
/// milliseconds. Of a packed file everything before them is unpacked, and with the last of all its check sum
/// is compared. `bytes` is `header.voxels`, opened. Fails: Damaged (they are not all there, or their check
/// sum is wrong), Cancelled. May throw std::bad_alloc.
Result<VoxelRange> readVoxels(ByteWindow& bytes, const VolumeHeader& header, FileSlices slices,
                              const TaskContext& context, const SliceRoom& room);

} // namespace hemo::imaging
