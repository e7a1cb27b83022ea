#pragma once

#include <QObject>

#include <chrono>
#include <functional>

namespace hemo::ui {

/// Time for what waits in the window. The system's goes by itself; a test turns one of its own. GUI thread.
class Clock {
public:
    using Duration = std::chrono::milliseconds;

    virtual ~Clock() = default;
    /// Since some moment that stays the same.
    virtual Duration now() const = 0;
    /// Calls once when so long has passed, from the event loop, unless `context` is gone by then.
    virtual void callAfter(Duration wait, QObject* context, std::function<void()> call) = 0;
};

/// Keeps nothing, so that all may share it.
Clock& systemClock();

/// A wait that can begin anew and be given up; `over` is called when it was neither for so long. GUI thread.
class Wait : public QObject {
    Q_OBJECT
public:
    /// The clock must outlive it.
    Wait(Clock& clock, Clock::Duration length, std::function<void()> over);
    void start();
    void stop();

private:
    Clock& m_clock;
    const Clock::Duration m_length;
    std::function<void()> m_over;
    int m_begun = 0; ///< a call of an earlier beginning means nothing any more
};

} // namespace hemo::ui
