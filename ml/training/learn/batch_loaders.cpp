#include "ml/training/learn/batch_loaders.h"

#include "ml/reader/device/threads.h"

namespace hemo::ml {

/// Two for each thread: one that is waiting and one that is being made.
BatchLoaders::BatchLoaders(int batches, int loaders, Make make)
    : m_batches(batches), m_ahead(2 * loaders), m_make(std::move(make)) {
    for (int n = 0; n < loaders; ++n)
        m_threads.emplace_back([this] { load(); });
}

BatchLoaders::~BatchLoaders() {
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

BatchLoaders::Made BatchLoaders::made(int number) const {
    try {
        return {m_make(number), nullptr};
    } catch (...) {
        return {{}, std::current_exception()};
    }
}

void BatchLoaders::load() {
    computeOnOneCore();
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock,
                       [this] { return m_ends || m_begun == m_batches || m_begun < m_given + m_ahead; });
        if (m_ends || m_begun == m_batches) return;
        const int number = m_begun++;
        lock.unlock();
        Made ready = made(number);
        lock.lock();
        m_ready.emplace(number, std::move(ready));
        m_changed.notify_all();
    }
}

ReadyBatch BatchLoaders::next() {
    if (m_threads.empty()) return m_make(m_given++);
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ready.contains(m_given); });
    Made first = std::move(m_ready.extract(m_given++).mapped());
    lock.unlock();
    m_changed.notify_all();
    if (first.trouble) std::rethrow_exception(first.trouble);
    return std::move(first.batch);
}

} // namespace hemo::ml
