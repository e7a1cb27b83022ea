#include "app/store.h"

#include <utility>

namespace hemo::ui {

Store::Store(QObject* parent) : QObject(parent) {}

void Store::dispatch(const Action& action) {
    m_waiting.push_back(action);
    if (m_isAnnouncing) return;
    m_isAnnouncing = true;
    while (!m_waiting.empty()) {
        const Action next = std::move(m_waiting.front());
        m_waiting.pop_front();
        apply(next);
    }
    m_isAnnouncing = false;
}

void Store::apply(const Action& action) {
    AppState after = reduce(m_state, action);
    if (after == m_state) return;
    const AppState before = std::exchange(m_state, std::move(after));
    Q_EMIT changed(before, m_state);
}

} // namespace hemo::ui
