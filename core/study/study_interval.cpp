#include "core/study/study_interval.h"

#include <charconv>
#include <chrono>
#include <string_view>

namespace hemo {
namespace {

/// Some files still write the dots and colons of ACR-NEMA: "2019.03.12", "12:30:00".
std::string withoutMarks(std::string_view text, std::string_view marks) {
    std::string digits;
    for (const char c : text)
        if (c != ' ' && c != '\0' && marks.find(c) == std::string_view::npos) digits += c;
    return digits;
}

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || error != std::errc{} || stop != end || value < 0) return std::nullopt;
    return value;
}

/// DICOM PS3.5 6.2, VR DA.
std::optional<std::chrono::sys_days> day(const std::string& date) {
    const std::string text = withoutMarks(date, ".-");
    if (text.size() != 8) return std::nullopt;
    const std::string_view view = text;
    const auto y = number(view.substr(0, 4)), m = number(view.substr(4, 2)), d = number(view.substr(6, 2));
    if (!y || !m || !d) return std::nullopt;
    const std::chrono::year_month_day date3{std::chrono::year(*y), std::chrono::month(unsigned(*m)),
                                            std::chrono::day(unsigned(*d))};
    if (!date3.ok()) return std::nullopt;
    return std::chrono::sys_days(date3);
}

/// DICOM PS3.5 6.2, VR TM: minutes of the day; hours alone say too little.
std::optional<int> minuteOfDay(const std::string& time) {
    const std::string text = withoutMarks(time, ":");
    if (text.size() < 4) return std::nullopt;
    const std::string_view view = text;
    const auto h = number(view.substr(0, 2)), m = number(view.substr(2, 2));
    if (!h || !m || *h > 23 || *m > 59) return std::nullopt;
    return *h * 60 + *m;
}

} // namespace

std::optional<StudyInterval> earlierBy(const SeriesInfo& other, const SeriesInfo& series) {
    const auto then = day(other.studyDate), now = day(series.studyDate);
    if (!then || !now) return std::nullopt;
    StudyInterval interval;
    interval.days = static_cast<int>((*now - *then).count());
    const auto thenMinute = minuteOfDay(other.studyTime), nowMinute = minuteOfDay(series.studyTime);
    if (thenMinute && nowMinute) interval.minutes = interval.days * 24 * 60 + *nowMinute - *thenMinute;
    return interval;
}

} // namespace hemo
