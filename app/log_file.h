#pragma once

namespace hemo::ui {

/// Sends the log to a rotating file in the user's state folder and warnings to stderr. Where the file cannot
/// be made, to stderr alone.
void logToFile();

} // namespace hemo::ui
