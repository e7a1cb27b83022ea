#include "core/reading_log/log_csv.h"

#include "core/tables/csv_line.h"

#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace hemo {
namespace {

using Fields = std::vector<std::string>;

/// Whatever the locale says.
std::string number(double value, int digits) {
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    return {text.data(), end.ptr};
}

std::string number(const std::optional<double>& value, int digits) {
    return value ? number(*value, digits) : std::string();
}

std::string answerWord(const ReaderVerdict& verdict) {
    switch (verdict.answer.value_or(ReaderVerdict::Answer::CannotTell)) {
    case ReaderVerdict::Answer::Bleed:
        return "bleed";
    case ReaderVerdict::Answer::None:
        return "none";
    case ReaderVerdict::Answer::CannotTell:
        break;
    }
    return "cannot tell";
}

std::string kindsOf(const ReaderVerdict& verdict) {
    std::string text;
    for (const BleedType kind : verdict.kinds)
        text += (text.empty() ? "" : " ") + std::string(bleedTypeName(kind));
    return text;
}

std::string placesOf(const ReaderVerdict& verdict) {
    std::string text;
    for (const PatientPoint p : verdict.places)
        text += (text.empty() ? "" : "; ") + number(p.x, 1) + ' ' + number(p.y, 1) + ' ' + number(p.z, 1);
    return text;
}

constexpr std::array kOfAVerdict{"answer", "kinds", "places", "confidence", "at"};

/// Of no verdict as many empty ones.
void addVerdict(Fields& fields, const ReaderVerdict* verdict) {
    if (verdict)
        fields.insert(fields.end(),
                      {answerWord(*verdict), kindsOf(*verdict), placesOf(*verdict),
                       std::to_string(verdict->confidence), std::to_string(verdict->committedAt)});
    else
        fields.resize(fields.size() + kOfAVerdict.size());
}

void addSecondReader(Fields& fields, const LogEntry& entry) {
    if (entry.second)
        fields.insert(fields.end(),
                      {std::string(answerName(*entry.second)), number(entry.secondScore, 3), entry.modelId,
                       std::to_string(entry.rule.k), number(entry.rule.threshold, 3)});
    else
        fields.resize(fields.size() + 5);
}

Fields names() {
    Fields fields{"study", "series", "reader", "way"};
    for (const char* which : {"first_", "revised_"})
        for (const char* of : kOfAVerdict)
            fields.push_back(std::string(which) + of);
    fields.insert(fields.end(), {"seconds_to_commit", "seconds_to_close", "second_answer", "second_score",
                                 "model", "rule_k", "rule_threshold", "truth"});
    return fields;
}

} // namespace

std::string logCsv(std::span<const LogEntry> entries) {
    std::string csv = csvLine(names());
    for (const LogEntry& entry : entries) {
        Fields fields{entry.study, entry.series, entry.reader, std::string(wayName(entry.first.way))};
        addVerdict(fields, &entry.first);
        addVerdict(fields, entry.revised ? &*entry.revised : nullptr);
        fields.push_back(number(entry.secondsToCommit, 1));
        fields.push_back(number(entry.secondsToClose, 1));
        addSecondReader(fields, entry);
        fields.emplace_back(!entry.truth ? "" : *entry.truth ? "1" : "0");
        csv += csvLine(fields);
    }
    return csv;
}

} // namespace hemo
