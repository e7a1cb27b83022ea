#pragma once

#include "app/store.h"

#include <QAction>
#include <QKeySequence>
#include <QList>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

class QWidget;

namespace hemo::ui {

/// Something the user can do: its words, its keys, when it can be done and what it does. Menus, tool bar and
/// shortcuts all come from this one table.
struct Command {
    std::string_view id;
    QString text;             ///< also the tool tip, with the key
    QList<QKeySequence> keys; ///< usually
    QString icon;             ///< resource name under :/icons, may be empty
    std::function<bool(const AppState&)> isEnabled;
    std::function<bool(const AppState&)> isChecked; ///< empty: not a toggle
    std::function<Action(const AppState&)> action;  ///< empty: the window does it itself (open, help)
    bool isHeld = false; ///< its key may be held down: the window listens for it, and it is no shortcut
};

// ---- what several groups of commands need

inline bool always(const AppState&) {
    return true;
}
/// There is a picture to work on.
bool hasPicture(const AppState& state);
/// The reading that the keys mean; None where there is none.
ReadingId activeId(const AppState& state);
/// A tool for the left button.
Command toolCommand(std::string_view id, const QString& text, const QKeySequence& key, const char* icon,
                    Tool which);

/// All commands, in the order of the key list in the help.
std::vector<Command> allCommands();
/// The keys that they have where nobody has chosen others.
KeyTable usualKeys();

/// The commands as QActions of a window, kept in step with the state. Owned by the window; GUI thread.
class CommandSet : public QObject {
    Q_OBJECT
public:
    CommandSet(Store& store, QWidget& window);
    /// The action with that id; it must exist.
    QAction& operator[](std::string_view id) const;
    const std::vector<Command>& commands() const { return m_commands; }
    /// What stands for it now.
    QList<QKeySequence> keysOf(std::string_view id) const;
    /// The first of them, as this system writes it; empty where there is none.
    QString keyText(std::string_view id) const;
    void setState(const AppState& state);

private:
    void giveKeys();

    std::vector<Command> m_commands;
    std::vector<QAction*> m_actions;        ///< one a command, owned by the window
    std::shared_ptr<const KeyTable> m_keys; ///< null: the usual ones
};

} // namespace hemo::ui
