#pragma once

#include "core/words/message.h"

#include <functional>
#include <stop_token>
#include <utility>

namespace hemo {

/// What a long piece of work may ask and say while it runs. Copy freely; any thread.
/// A loop that can last over 50 ms asks `cancelled()` in every round.
class TaskContext {
public:
    /// Called with a fraction in 0..1 and a stage name such as "Reading slices", on the working thread.
    using Progress = std::function<void(double fraction, const Message& stage)>;

    TaskContext() = default;
    explicit TaskContext(std::stop_token token, Progress progress = {})
        : m_token(std::move(token)), m_progress(std::move(progress)) {}

    bool cancelled() const { return m_token.stop_requested(); }
    std::stop_token token() const { return m_token; }
    void report(double fraction, const Message& stage) const {
        if (m_progress) m_progress(fraction, stage);
    }

private:
    std::stop_token m_token;
    Progress m_progress;
};

} // namespace hemo
