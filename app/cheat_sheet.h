#pragma once

#include "app/commands.h"
#include "core/state/mouse_table.h"

#include <QDialog>

namespace hemo::ui {

/// Every key and what the mouse does, on one page that fits a window of 1280 x 720. GUI thread.
class CheatSheet : public QDialog {
    Q_OBJECT
public:
    CheatSheet(const CommandSet& commands, MouseTable mouse, QWidget* window);
};

} // namespace hemo::ui
