#pragma once

#include "ml/reader/device/threads.h"

namespace hemo::ml {

/// LibTorch with so many threads (the worker has one on two cores); as before afterwards.
class WithThreads {
public:
    explicit WithThreads(int threads) { useThreads(threads); }
    ~WithThreads() { useThreads(m_before); }
    WithThreads(const WithThreads&) = delete;
    WithThreads& operator=(const WithThreads&) = delete;

private:
    int m_before = threadsInUse();
};

} // namespace hemo::ml
