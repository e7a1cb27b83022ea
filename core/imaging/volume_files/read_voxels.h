#pragma once

#include "core/imaging/header/byte_window.h"
#include "core/imaging/pixels/stored_to_hu.h"
#include "core/imaging/volume_files/voxel_steps.h"
#include "core/task.h"

#include <functional>

namespace hemo::imaging {

/// What was met among the voxels.
struct VoxelRange {
    HuRange hu;
    bool hasNothing = false; ///< NaN: no measurement, held as kOutsideHu
};

/// Where slice n of the file goes: room for one slice.
using SliceRoom = std::function<std::span<std::int16_t>(int slice)>;

/// Reads the voxels from front to back and turns them into HU, rounded; asks for a stop at least every few
/// milliseconds. `bytes` is `header.voxels`, opened.
/// Fails: Damaged (they are not all there, or their check sum is wrong), Cancelled. May throw std::bad_alloc.
Result<VoxelRange> readVoxels(ByteWindow& bytes, const VolumeHeader& header, const TaskContext& context,
                              const SliceRoom& room);

/// The file's slice `slice` alone; of a packed file everything before it is unpacked.
Result<VoxelRange> readOneSlice(ByteWindow& bytes, const VolumeHeader& header, int slice,
                                const TaskContext& context, std::span<std::int16_t> target);

} // namespace hemo::imaging
