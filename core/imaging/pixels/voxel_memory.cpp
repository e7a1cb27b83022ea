#include "core/imaging/pixels/voxel_memory.h"

#include <algorithm>
#include <limits>
#include <new>
#include <numeric>
#include <sys/mman.h>
#include <system_error>
#include <thread>
#include <vector>

namespace hemo::imaging {
namespace {

constexpr std::size_t kLargePage = 2u << 20;
/// Giving this much back can take long enough to be seen where the kernel has no large pages.
constexpr std::size_t kSlowToFree = 64u << 20;

/// Memory from the kernel, on large pages where it has them: touching 200 MB for the first time then takes
/// 40 ms instead of 250, by all threads that fill it, and giving it back 1 ms instead of 34. Nobody fills it
/// with zeros first, as a vector would.
class Pages {
public:
    explicit Pages(std::size_t bytes) : m_bytes(bytes + kLargePage) {
        m_start = ::mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (m_start == MAP_FAILED) throw std::bad_alloc();
        ::madvise(aligned(), bytes, MADV_HUGEPAGE); // a wish: its failure changes nothing
    }
    void* aligned() const {
        const std::size_t past = reinterpret_cast<std::uintptr_t>(m_start) % kLargePage;
        return static_cast<std::byte*>(m_start) + (past == 0 ? 0 : kLargePage - past);
    }
    /// The last to let go of a volume is often the window, which must not wait.
    void free() const {
        const auto unmap = [start = m_start, bytes = m_bytes] { ::munmap(start, bytes); };
        if (m_bytes < kSlowToFree) return unmap();
        try {
            std::thread(unmap).detach();
        } catch (const std::system_error&) {
            unmap(); // no thread to be had
        }
    }

private:
    void* m_start = nullptr;
    std::size_t m_bytes = 0;
};

} // namespace

std::shared_ptr<std::int16_t[]> takeVoxelMemory(std::size_t voxels) {
    constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max() / 4;
    if (voxels > kMost / sizeof(std::int16_t)) throw std::bad_alloc();
    const Pages pages(std::max<std::size_t>(voxels * sizeof(std::int16_t), 1));
    return {static_cast<std::int16_t*>(pages.aligned()), [pages](std::int16_t*) { pages.free(); }};
}

void orderInPlace(std::span<std::int16_t> voxels, std::size_t perSlice, std::span<const std::size_t> order) {
    const auto slice = [&](std::size_t k) { return voxels.subspan(k * perSlice, perSlice); };
    const std::size_t slices = perSlice == 0 ? 0 : voxels.size() / perSlice;
    std::vector<std::size_t> placeOf(slices), held(slices); // of a slice's voxels; at a place
    std::iota(placeOf.begin(), placeOf.end(), std::size_t{0});
    std::iota(held.begin(), held.end(), std::size_t{0});
    for (std::size_t to = 0; to < order.size(); ++to) {
        const std::size_t from = placeOf[order[to]], displaced = held[to];
        if (from == to) continue;
        std::ranges::swap_ranges(slice(to), slice(from));
        placeOf[displaced] = from, held[from] = displaced;
        placeOf[order[to]] = to, held[to] = order[to];
    }
}

} // namespace hemo::imaging
