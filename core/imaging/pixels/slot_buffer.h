#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hemo::imaging {

/// The volume while it is filled: slot i belongs to the i-th file, so threads fill their slots without asking
/// each other. Its memory is neither filled beforehand nor copied afterwards: it becomes the volume's own.
class SlotBuffer {
public:
    /// The voxels hold nothing yet. May throw std::bad_alloc.
    SlotBuffer(std::size_t slots, std::size_t voxelsPerSlice);

    std::span<std::int16_t> slot(std::size_t i);
    /// The voxels of these slots, each named once at most, in this order; the buffer is empty after it.
    /// Slices that are out of order change places where they are.
    std::shared_ptr<const std::int16_t[]> take(const std::vector<std::size_t>& order);
    /// All of them as they lie.
    std::shared_ptr<const std::int16_t[]> takeAll();

private:
    std::shared_ptr<std::int16_t[]> m_voxels;
    std::size_t m_slots = 0, m_voxelsPerSlice = 0;
};

} // namespace hemo::imaging
