#pragma once

#include "app/store.h"

#include <QObject>

#include <optional>

class QKeyEvent;
class QWidget;

namespace hemo::ui {

/// What a key means while the reader makes up a verdict: B bleed, N none, C cannot tell; E, P, V, A, D its
/// kinds; 1 to 5 how sure; Space the crosshair's place, Backspace not the last place; Enter commits. None: it
/// means what it always does. `secondsSince1970`: of a commitment.
std::optional<Action> verdictAction(const QKeyEvent& key, const AppState& state,
                                    std::int64_t secondsSince1970);

/// Takes these keys from the shortcuts while the panel is open, wherever in the window the focus is, but not
/// from a line of text. Owned by the window; GUI thread.
class VerdictKeys : public QObject {
    Q_OBJECT
public:
    VerdictKeys(Store& store, QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Store& m_store;
    QWidget& m_window;
};

} // namespace hemo::ui
