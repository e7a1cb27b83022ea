#include "core/reading_log/log_json.h"

#include "core/reading/own_json.h"

#include <nlohmann/json.hpp>

namespace hemo {
namespace {

using nlohmann::json;

json numberOrNull(const std::optional<double>& value) {
    return value ? json(*value) : json();
}

std::optional<double> numberIn(const json& j, const char* key) {
    const json& value = j.at(key);
    return value.is_null() ? std::nullopt : std::optional(value.get<double>());
}

std::optional<Answer> answerNamed(const std::string& name) {
    for (const Answer answer : {Answer::Suspected, Answer::NoneSeen, Answer::CannotAssess})
        if (name == answerName(answer)) return answer;
    return std::nullopt;
}

LogEntry entryFrom(const json& j, const ReaderVerdict& first) {
    LogEntry entry;
    entry.study = j.at("study").get<std::string>();
    entry.series = j.at("series").get<std::string>();
    entry.reader = j.at("reader").get<std::string>();
    entry.first = first;
    if (!j.at("revised").is_null()) entry.revised = parseReaderVerdict(j.at("revised").get<std::string>());
    entry.secondsToCommit = numberIn(j, "seconds_to_commit");
    entry.secondsToClose = numberIn(j, "seconds_to_close");
    if (!j.at("second").is_null()) entry.second = answerNamed(j.at("second").get<std::string>());
    entry.secondScore = j.at("second_score").get<double>();
    entry.modelId = j.at("model").get<std::string>();
    entry.rule = {j.at("rule_k").get<int>(), j.at("rule_threshold").get<double>()};
    return entry;
}

} // namespace

std::string logEntryJson(const LogEntry& entry) {
    const json j{{"study", entry.study},
                 {"series", entry.series},
                 {"reader", entry.reader},
                 {"first", readerVerdictJson(entry.first)},
                 {"revised", entry.revised ? json(readerVerdictJson(*entry.revised)) : json()},
                 {"seconds_to_commit", numberOrNull(entry.secondsToCommit)},
                 {"seconds_to_close", numberOrNull(entry.secondsToClose)},
                 {"second", entry.second ? json(answerName(*entry.second)) : json()},
                 {"second_score", entry.secondScore},
                 {"model", entry.modelId},
                 {"rule_k", entry.rule.k},
                 {"rule_threshold", entry.rule.threshold}};
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<LogEntry> parseLogEntry(std::string_view text) {
    try {
        const json j = json::parse(text);
        const auto first = parseReaderVerdict(j.at("first").get<std::string>());
        if (!first) return std::nullopt;
        return entryFrom(j, *first);
    } catch (const std::exception&) { // no JSON, or not of this kind
        return std::nullopt;
    }
}

} // namespace hemo
