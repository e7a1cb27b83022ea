#pragma once

#include "app/commands.h"

#include <span>

namespace hemo::ui {

/// The tools that draw marks, in the order of their menu.
std::span<const std::string_view> markTools();

/// The outlined finding that is nearest to the crosshair, in the reading that the keys mean; null where there
/// is none. The state keeps it.
const Finding* nearestOutlined(const AppState& state);

/// Those tools, and what is done with marks: undo, redo, remove.
void addMarkCommands(std::vector<Command>& all);

} // namespace hemo::ui
