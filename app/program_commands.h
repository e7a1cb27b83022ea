#pragma once

#include "app/commands.h"

namespace hemo::ui {

/// What opens a window, a page or a dialog: pictures that are saved, guide, keys, preferences, cases, logs.
void addProgramCommands(std::vector<Command>& all);

} // namespace hemo::ui
