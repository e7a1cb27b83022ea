#pragma once

#include "app/commands.h"

#include <QToolButton>

namespace hemo::ui {

/// A menu of what can be seen: the sets of views, and the reader's own arrangements, which say what they are.
/// GUI thread.
class LayoutButton : public QToolButton {
    Q_OBJECT
public:
    LayoutButton(CommandSet& commands, QWidget* parent);
    void setState(const AppState& state);

private:
    QString wordsOf(const Hanging& hanging) const;

    CommandSet& m_commands;
    Hangings m_named;
};

} // namespace hemo::ui
