#pragma once

#include "core/reading_log/log_entry.h"

#include <span>

namespace hemo {

/// One line a reading under a line of names: numbers with a point, times in UTC seconds since 1970, places in
/// LPS mm as "x y z; x y z". Empty: not known. RFC 4180.
std::string logCsv(std::span<const LogEntry> entries);

} // namespace hemo
