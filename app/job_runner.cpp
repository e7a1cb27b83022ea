#include "app/job_runner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <sys/resource.h>
#include <typeinfo>
#include <unistd.h>

namespace hemo::ui {
namespace {

/// This thread and those that it starts get the processor after the window: on two cores a load that takes
/// both would otherwise make scrolling wait for its turn. Linux keeps niceness by thread.
void letTheWindowGoFirst() {
    constexpr int kNice = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNice); // a wish: its failure changes nothing
}

/// Lets a report through at most every 100 ms.
TaskContext::Progress slowedDown(JobRunner::ProgressAction toAction, JobRunner::Post post) {
    using Clock = std::chrono::steady_clock;
    if (!toAction) return {};
    return [toAction = std::move(toAction), post = std::move(post),
            last = std::make_shared<std::atomic<Clock::duration>>(Clock::duration::zero())](
               double fraction, const Message& stage) {
        const auto now = Clock::now().time_since_epoch();
        auto before = last->load();
        if (now - before < std::chrono::milliseconds(100) || !last->compare_exchange_strong(before, now))
            return;
        post(toAction(fraction, stage));
    };
}

} // namespace

JobRunner::JobRunner(Post dispatchOnGuiThread, QObject* parent)
    : QObject(parent), m_dispatch(std::move(dispatchOnGuiThread)) {}

JobRunner::~JobRunner() {
    for (auto& [key, source] : m_current)
        source.request_stop();
}

void JobRunner::run(Key key, ProgressAction progress, Work work, FailedAction failed) {
    cancel(key);
    reap();
    std::stop_source source;
    m_current.insert_or_assign(key, source);
    const Post post = this->post();
    auto flag = std::make_unique<std::atomic<bool>>(false);
    std::jthread thread([=, &isFinished = *flag, work = std::move(work), failed = std::move(failed),
                         token = source.get_token(), report = slowedDown(std::move(progress), post)] {
        letTheWindowGoFirst();
        try {
            work(TaskContext(token, report), post);
        } catch (const std::exception& e) {
            post(failed({ErrorCode::OutOfMemory, say("memory.any"), typeid(e).name()}));
        }
        isFinished = true;
    });
    m_jobs.push_back({std::move(flag), std::move(thread)});
}

JobRunner::Post JobRunner::post() {
    return [this, dispatch = m_dispatch](Action action) {
        QMetaObject::invokeMethod(
            this, [dispatch, action = std::move(action)] { dispatch(action); }, Qt::QueuedConnection);
    };
}

void JobRunner::cancel(Key key) {
    if (const auto it = m_current.find(key); it != m_current.end()) {
        it->second.request_stop();
        m_current.erase(it);
    }
}

void JobRunner::reap() {
    std::erase_if(m_jobs, [](const Job& job) { return job.isFinished->load(); });
}

} // namespace hemo::ui
