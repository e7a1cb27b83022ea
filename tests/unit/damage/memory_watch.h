#pragma once

#include <cstddef>

namespace hemo::testing {

/// What a piece of work takes: the largest single block that C++ code asked for, and how far the process grew
/// at its peak (0 where the system or a sanitizer does not let us know). Only one at a time.
class MemoryWatch {
public:
    MemoryWatch();
    std::size_t largestBlock() const;
    std::size_t peakGrowth() const;

private:
    std::size_t m_before = 0;
};

} // namespace hemo::testing
