#pragma once

#include <string>
#include <vector>

namespace hemo::ui {

/// Sends the log to a rotating file in the user's state folder and warnings to stderr. Where the file cannot
/// be made, to stderr alone.
void logToFile();

/// What was logged last, oldest first, a few hundred lines at most; nothing before logToFile(). Any thread.
std::vector<std::string> lastLogLines();

} // namespace hemo::ui
