#pragma once

#include "app/commands.h"

namespace hemo::ui {

/// How is read, the reader's own verdict, and what they say of findings.
void addOwnCommands(std::vector<Command>& all);

} // namespace hemo::ui
