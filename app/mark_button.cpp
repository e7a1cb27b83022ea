#include "app/mark_button.h"

#include "app/mark_commands.h"

#include <QMenu>

namespace hemo::ui {

MarkButton::MarkButton(CommandSet& commands, QWidget* parent) : QToolButton(parent), m_commands(commands) {
    setObjectName("marks");
    setAccessibleName(tr("Measure and mark"));
    setPopupMode(QToolButton::MenuButtonPopup);
    auto* menu = new QMenu(this);
    for (const std::string_view id : markTools())
        menu->addAction(&m_commands[id]);
    menu->addSeparator();
    for (const char* id : {"abc-half", "key-image", "undo", "redo", "remove-mark"})
        menu->addAction(&m_commands[id]);
    setMenu(menu);
    setDefaultAction(&m_commands[markTools().front()]);
}

void MarkButton::followTool() {
    for (const std::string_view id : markTools())
        if (m_commands[id].isChecked() && defaultAction() != &m_commands[id])
            setDefaultAction(&m_commands[id]);
}

} // namespace hemo::ui
