#pragma once

#include "app/commands.h"

#include <span>

namespace hemo::ui {

/// The tools that draw marks, in the order of their menu.
std::span<const std::string_view> markTools();

/// Those tools, and what is done with marks: undo, redo, remove.
void addMarkCommands(std::vector<Command>& all);

} // namespace hemo::ui
