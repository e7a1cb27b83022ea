#include "core/imaging/parallel.h"

#include "core/cores.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hemo::imaging {
namespace {

class Loop {
public:
    Loop(std::size_t count, const TaskContext& context, const std::function<void(std::size_t)>& work)
        : m_count(count), m_context(context), m_work(work) {}

    /// Works until nothing is left; `afterEach` is told how many are done.
    void run(const std::function<void(std::size_t)>& afterEach) {
        for (std::size_t i = m_next++; i < m_count && !m_failed && !m_context.cancelled(); i = m_next++) {
            try {
                m_work(i);
            } catch (...) {
                keepFirst(std::current_exception());
                return;
            }
            const std::size_t done = ++m_done;
            if (afterEach) afterEach(done);
        }
    }

    bool finish() {
        if (m_exception) std::rethrow_exception(m_exception);
        return m_done == m_count;
    }

private:
    void keepFirst(std::exception_ptr exception) {
        const std::lock_guard lock(m_mutex);
        if (!m_exception) m_exception = std::move(exception);
        m_failed = true;
    }

    const std::size_t m_count;
    const TaskContext& m_context;
    const std::function<void(std::size_t)>& m_work;
    std::atomic<std::size_t> m_next = 0, m_done = 0;
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex;
    std::exception_ptr m_exception; // guarded by m_mutex
};

} // namespace

bool forEachIndex(std::size_t count, const TaskContext& context, Progress progress,
                  const std::function<void(std::size_t)>& work) {
    Loop loop(count, context, work);
    {
        const auto cores = static_cast<std::size_t>(coresAllowed());
        std::vector<std::jthread> helpers;
        for (std::size_t t = 1; t < std::min(cores, count); ++t)
            helpers.emplace_back([&loop] { loop.run({}); });
        loop.run([&](std::size_t done) {
            const double fraction = static_cast<double>(done) / static_cast<double>(count);
            context.report(progress.from + (progress.to - progress.from) * fraction, progress.stage);
        });
    } // joins the helpers
    return loop.finish();
}

} // namespace hemo::imaging
