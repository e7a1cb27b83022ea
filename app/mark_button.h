#pragma once

#include "app/commands.h"

#include <QToolButton>

namespace hemo::ui {

/// The tools that draw marks behind one button, which is the one that was used last. GUI thread.
class MarkButton : public QToolButton {
    Q_OBJECT
public:
    MarkButton(CommandSet& commands, QWidget* parent);
    /// After the commands have heard of a change.
    void followTool();

private:
    CommandSet& m_commands;
};

} // namespace hemo::ui
