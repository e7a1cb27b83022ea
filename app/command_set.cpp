#include "app/commands.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/themed_icon.h"

#include <QWidget>

#include <algorithm>
#include <cassert>

namespace hemo::ui {

CommandSet::CommandSet(Store& store, QWidget& window) : QObject(&window), m_commands(allCommands()) {
    for (const Command& command : m_commands) {
        auto* action = new QAction(command.text, &window);
        action->setObjectName(QString::fromUtf8(command.id.data(), static_cast<int>(command.id.size())));
        if (!command.icon.isEmpty()) action->setIcon(themedIcon(command.icon));
        action->setCheckable(static_cast<bool>(command.isChecked));
        if (command.action)
            connect(action, &QAction::triggered, this, [this, &store, make = command.action] {
                store.dispatch(make(store.state()));
                setState(store.state()); // a toggle that changed nothing goes back to what is
            });
        window.addAction(action);
        m_actions.push_back(action);
    }
    giveKeys();
    setState(store.state());
}

QList<QKeySequence> CommandSet::keysOf(std::string_view id) const {
    if (m_keys) {
        const auto own = m_keys->keys.find(id);
        if (own != m_keys->keys.end()) return keysFrom(own->second);
    }
    const auto command = std::ranges::find(m_commands, id, &Command::id);
    return command == m_commands.end() ? QList<QKeySequence>() : command->keys;
}

QString CommandSet::keyText(std::string_view id) const {
    return firstKeyText(keysOf(id));
}

void CommandSet::giveKeys() {
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        const Command& command = m_commands[i];
        if (!command.isHeld) m_actions[i]->setShortcuts(keysOf(command.id));
        m_actions[i]->setToolTip(withKey(command.text, keyText(command.id)));
    }
}

QAction& CommandSet::operator[](std::string_view id) const {
    for (std::size_t i = 0; i < m_commands.size(); ++i)
        if (m_commands[i].id == id) return *m_actions[i];
    assert(false && "no such command");
    return *m_actions.front();
}

void CommandSet::setState(const AppState& state) {
    if (state.preferences.keys != m_keys) {
        m_keys = state.preferences.keys;
        giveKeys();
    }
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        m_actions[i]->setEnabled(m_commands[i].isEnabled(state));
        if (m_commands[i].isChecked) m_actions[i]->setChecked(m_commands[i].isChecked(state));
    }
}

} // namespace hemo::ui
