#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace hemo::imaging {

/// Room for a volume's voxels, which nobody has filled yet; given back when the last who holds it lets go, on
/// a thread of its own where that takes long. May throw std::bad_alloc.
std::shared_ptr<std::int16_t[]> takeVoxelMemory(std::size_t voxels);

/// Lays slices of `perSlice` voxels into the order asked for: the n-th becomes the one that was the
/// order[n]-th. Each is named once at most; what is not named lies behind. Slices change places where they
/// are.
void orderInPlace(std::span<std::int16_t> voxels, std::size_t perSlice, std::span<const std::size_t> order);

} // namespace hemo::imaging
