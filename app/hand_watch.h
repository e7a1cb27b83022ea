#pragma once

#include "viewer/widgets/clock.h"

#include <QObject>

#include <functional>

namespace hemo::ui {

/// Tells when somebody begins to use the program and when they have rested for a moment: a key, a button, a
/// wheel or a drag in any of its windows. A mouse that only moves asks for little and does not count. GUI
/// thread.
class HandWatch : public QObject {
public:
    /// `application` is the one whose events are watched; it and the clock must outlive this.
    HandWatch(QObject& application, Clock& clock, std::function<void(bool isTouched)> told);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<void(bool)> m_told;
    Clock& m_clock;
    bool m_isTouched = false;
    Clock::Duration m_last{}; ///< when the wait was begun
    Wait m_rest;
};

} // namespace hemo::ui
