#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hemo::ui {

/// Sends the log to a rotating file in the user's state folder and warnings to stderr. Where the file cannot
/// be made, to stderr alone.
void logToFile();

/// A part of the log, oldest line first.
struct LogPart {
    std::vector<std::string> lines;
    std::uint64_t end = 0; ///< how many lines had been logged when it was taken
};

/// What was logged since `begin` lines had been, of the last few hundred; nothing before logToFile(). Any
/// thread.
LogPart logSince(std::uint64_t begin);

} // namespace hemo::ui
