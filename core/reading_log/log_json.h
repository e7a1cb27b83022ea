#pragma once

#include "core/reading_log/log_entry.h"

#include <string_view>

namespace hemo {

/// A line of the log as it is kept on the disk; without the truth, which is kept by study.
std::string logEntryJson(const LogEntry& entry);
/// None where it cannot be understood.
std::optional<LogEntry> parseLogEntry(std::string_view text);

} // namespace hemo
