#pragma once

#include "core/reading_log/log_entry.h"
#include "core/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hemo {

/// A log as it goes to those with whom a study is shared: their pseudonyms are of one kind.
struct SharedLog {
    std::string study; ///< the same for all who share it, of no meaning elsewhere
    std::vector<LogEntry> entries;
    bool operator==(const SharedLog&) const = default;
};

/// {"hemoscope_log": 1, "study", "readings": [an entry with its "truth": true, false or null]}.
std::string sharedLogJson(const SharedLog& log);
/// Fails, with one sentence, where this is no such file or any of its readings cannot be understood.
Result<SharedLog> parseSharedLog(std::string_view text);

/// The readings of several readers as one log, in the order of the logs. Of a reader's two lines about one
/// series, as of a log that was saved twice, the one counts in which they spoke last; what one log knows to
/// be true of a study is true in all. Fails, with one sentence, where they belong to different studies or
/// differ about the truth.
Result<std::vector<LogEntry>> joinedLogs(std::span<const SharedLog> logs);

} // namespace hemo
