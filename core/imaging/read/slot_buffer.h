#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hemo::imaging {

/// The volume while it is filled: slot i belongs to the i-th file, so threads fill their slots without asking
/// each other.
class SlotBuffer {
public:
    /// May throw std::bad_alloc.
    SlotBuffer(std::size_t slots, std::size_t voxelsPerSlice);

    std::span<std::int16_t> slot(std::size_t i);
    /// The voxels of these slots, in this order; the buffer is empty after it.
    std::vector<std::int16_t> take(const std::vector<std::size_t>& order);

private:
    std::vector<std::int16_t> m_voxels;
    std::size_t m_slots = 0, m_voxelsPerSlice = 0;
};

} // namespace hemo::imaging
