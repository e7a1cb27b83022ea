#pragma once

#include "viewer/widgets/clock.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace hemo::testing {

/// A clock that stands still until a test turns it. What is due is called while it is turned.
class TurnedClock : public ui::Clock {
public:
    Duration now() const override { return m_now; }
    void callAfter(Duration wait, QObject* context, std::function<void()> call) override {
        m_calls.push_back({m_now + wait, context, std::move(call)});
    }
    void turn(Duration by) {
        m_now += by;
        const auto due = std::stable_partition(m_calls.begin(), m_calls.end(),
                                               [&](const Call& call) { return call.at > m_now; });
        std::vector<Call> calls(std::make_move_iterator(due), std::make_move_iterator(m_calls.end()));
        m_calls.erase(due, m_calls.end());
        std::ranges::stable_sort(calls, {}, &Call::at);
        for (const Call& call : calls)
            if (call.context) call.call();
    }

private:
    struct Call {
        Duration at;
        QPointer<QObject> context;
        std::function<void()> call;
    };
    Duration m_now{};
    std::vector<Call> m_calls;
};

} // namespace hemo::testing
