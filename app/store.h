#pragma once

#include "core/state/reduce/reduce.h"

#include <QObject>

#include <deque>

namespace hemo::ui {

/// Holds the one AppState and is the only place that replaces it. GUI thread.
/// An action dispatched while a change is being announced waits until everybody has heard of that change.
class Store : public QObject {
    Q_OBJECT
public:
    explicit Store(QObject* parent = nullptr);

    const AppState& state() const { return m_state; }
    void dispatch(const Action& action);

Q_SIGNALS:
    /// Sent once for an action that changed something.
    void changed(const hemo::AppState& before, const hemo::AppState& after);

private:
    void apply(const Action& action);

    AppState m_state;
    std::deque<Action> m_waiting;
    bool m_isAnnouncing = false;
};

} // namespace hemo::ui
