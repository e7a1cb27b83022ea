#pragma once

#include "app/commands.h"

namespace hemo::ui {

/// How many views there are and how they lie: layouts, enlarging, turning, mirroring, slices that go by
/// themselves.
void addViewCommands(std::vector<Command>& all);

} // namespace hemo::ui
