#include "viewer/widgets/clock.h"

#include <QTimer>

namespace hemo::ui {
namespace {

class SystemClock : public Clock {
public:
    Duration now() const override {
        return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch());
    }
    void callAfter(Duration wait, QObject* context, std::function<void()> call) override {
        QTimer::singleShot(wait, context, std::move(call));
    }
};

} // namespace

Clock& systemClock() {
    static SystemClock clock;
    return clock;
}

Wait::Wait(Clock& clock, Clock::Duration length, std::function<void()> over)
    : m_clock(clock), m_length(length), m_over(std::move(over)) {}

void Wait::start() {
    m_clock.callAfter(m_length, this, [this, begun = ++m_begun] {
        if (begun == m_begun) m_over();
    });
}

void Wait::stop() {
    ++m_begun;
}

} // namespace hemo::ui
