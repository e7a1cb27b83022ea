#pragma once

#include <functional>
#include <string_view>

namespace hemo::log {

enum class Level { Debug, Info, Warning, Error };

/// Receives every line; called from any thread, so it must be safe for that.
using Sink = std::function<void(Level, std::string_view)>;

/// Replaces where lines go. Until it is called, warnings and errors go to stderr and the rest nowhere.
/// Call it before other threads start.
void setSink(Sink sink);

/// Never pass a patient's name, id, birth date, or a path that may hold them.
void debug(std::string_view line);
void info(std::string_view line);
void warning(std::string_view line);
void error(std::string_view line);

} // namespace hemo::log
