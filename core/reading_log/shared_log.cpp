#include "core/reading_log/shared_log.h"

#include "core/reading_log/log_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace hemo {
namespace {

using nlohmann::json;

constexpr auto kVersionKey = "hemoscope_log", kStudyKey = "study", kReadingsKey = "readings",
               kTruthKey = "truth";
constexpr int kVersion = 1;

std::optional<LogEntry> entryFrom(const json& j) {
    auto entry = parseLogEntry(j.dump());
    if (entry && !j.at(kTruthKey).is_null()) entry->truth = j.at(kTruthKey).get<bool>();
    return entry;
}

std::optional<SharedLog> logFrom(std::string_view text) {
    const json j = json::parse(text);
    if (j.at(kVersionKey).get<int>() != kVersion) return std::nullopt;
    SharedLog log{j.at(kStudyKey).get<std::string>(), {}};
    for (const json& each : j.at(kReadingsKey)) {
        auto entry = entryFrom(each);
        if (!entry) return std::nullopt;
        log.entries.push_back(std::move(*entry));
    }
    return log;
}

using Truths = std::map<std::string, bool>;

/// None where two of them differ.
std::optional<Truths> truthsIn(std::span<const SharedLog> logs) {
    Truths truths;
    for (const SharedLog& log : logs)
        for (const LogEntry& entry : log.entries)
            if (entry.truth && truths.try_emplace(entry.study, *entry.truth).first->second != *entry.truth)
                return std::nullopt;
    return truths;
}

void add(std::vector<LogEntry>& all, const LogEntry& entry) {
    const auto isSame = [&](const LogEntry& e) {
        return e.reader == entry.reader && e.series == entry.series;
    };
    const auto known = std::ranges::find_if(all, isSame);
    if (known == all.end())
        all.push_back(entry);
    else if (lastOf(entry).committedAt > lastOf(*known).committedAt)
        *known = entry;
}

} // namespace

std::string sharedLogJson(const SharedLog& log) {
    json readings = json::array();
    for (const LogEntry& entry : log.entries) {
        json each = json::parse(logEntryJson(entry));
        each[kTruthKey] = entry.truth ? json(*entry.truth) : json();
        readings.push_back(std::move(each));
    }
    const json j{{kVersionKey, kVersion}, {kStudyKey, log.study}, {kReadingsKey, std::move(readings)}};
    return j.dump(1) + '\n';
}

Result<SharedLog> parseSharedLog(std::string_view text) {
    try {
        if (auto log = logFrom(text)) return std::move(*log);
    } catch (const json::exception&) { // no JSON, or not of this kind
    }
    return fail(ErrorCode::Damaged, say("shared_log.unreadable"));
}

Result<std::vector<LogEntry>> joinedLogs(std::span<const SharedLog> logs) {
    const auto isOther = [&](const SharedLog& log) { return log.study != logs.front().study; };
    if (std::ranges::any_of(logs, isOther))
        return fail(ErrorCode::Unsupported, say("shared_log.other_study"));
    const auto truths = truthsIn(logs);
    if (!truths) return fail(ErrorCode::Unsupported, say("shared_log.truth_differs"));
    std::vector<LogEntry> all;
    for (const SharedLog& log : logs)
        for (const LogEntry& entry : log.entries)
            add(all, entry);
    for (LogEntry& entry : all)
        if (const auto known = truths->find(entry.study); known != truths->end()) entry.truth = known->second;
    return all;
}

} // namespace hemo
