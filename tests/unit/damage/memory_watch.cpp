#include "tests/unit/damage/memory_watch.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <fstream>
#include <new>
#include <string>

namespace {

std::atomic<std::size_t> g_largest = 0;

} // namespace

// Sanitizers bring their own, and report a block that goes from one to the other.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

void* take(std::size_t size) {
    for (std::size_t seen = g_largest; size > seen && !g_largest.compare_exchange_weak(seen, size);) {
    }
    if (void* block = std::malloc(size == 0 ? 1 : size)) return block;
    throw std::bad_alloc();
}

} // namespace

// Every block of this program comes through here; the array forms call these.
void* operator new(std::size_t size) {
    return take(size);
}
void operator delete(void* block) noexcept {
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
    std::free(block);
}

#endif

namespace hemo::testing {
namespace {

std::size_t kilobytesOf(const std::string& field) {
    std::ifstream status("/proc/self/status");
    for (std::string name; status >> name;) {
        std::size_t value = 0;
        if (name == field && status >> value) return value * 1024;
    }
    return 0;
}

} // namespace

MemoryWatch::MemoryWatch() {
    g_largest = 0;
    std::ofstream("/proc/self/clear_refs") << "5"; // the peak starts again from what is in use now
    m_before = kilobytesOf("VmRSS:");
}

std::size_t MemoryWatch::largestBlock() const {
    return g_largest;
}

std::size_t MemoryWatch::peakGrowth() const {
    return std::max(kilobytesOf("VmHWM:"), m_before) - m_before;
}

} // namespace hemo::testing
