#pragma once

#include "core/classify/wire/worker_messages.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

namespace hemo::ml {

/// Reads requests from a file descriptor on a thread of its own, so that the end of the stream, which is how
/// a viewer that is gone or has changed its mind says so, stops work that is under way.
class RequestReader {
public:
    explicit RequestReader(int fileDescriptor);

    /// Waits for the next request; nothing at the end of the stream. Fails: Worker, on a malformed stream,
    /// after which there are no more.
    Result<std::optional<ClassifyRequest>> next();
    /// Whether somebody uses the window; any thread.
    bool isWindowTouched() const { return m_isTouched; }
    /// Stops at the end of the stream.
    std::stop_token ended() const { return m_ended.get_token(); }

private:
    void readAll(int fileDescriptor);
    void push(Result<ClassifyRequest> request);
    void end();

    std::stop_source m_ended;
    std::atomic<bool> m_isTouched = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Result<ClassifyRequest>> m_requests; // guarded by m_mutex
    bool m_isOver = false;                          // guarded by m_mutex
};

/// Writes one answer. False where nobody reads any more.
bool writeAnswer(int fileDescriptor, const WorkerAnswer& answer);

} // namespace hemo::ml
