#pragma once

#include "app/commands.h"

namespace hemo::ui {

/// From where the volume is seen, and what is left out of it.
void addVolumeCommands(std::vector<Command>& all);

} // namespace hemo::ui
