#pragma once

#include "core/study/series_info.h"

#include <optional>

namespace hemo {

/// How much earlier one study was than another.
struct StudyInterval {
    int days = 0;               ///< between the dates, negative: later
    std::optional<int> minutes; ///< between dates and times, where both studies name a time; negative: later

    bool isEarlier() const { return days > 0 || (days == 0 && minutes && *minutes > 0); }
    bool isLater() const { return days < 0 || (days == 0 && minutes && *minutes < 0); }
    bool operator==(const StudyInterval&) const = default;
};

/// By how much the study of `other` was before that of `series`. None where a date is missing or no date.
std::optional<StudyInterval> earlierBy(const SeriesInfo& other, const SeriesInfo& series);

} // namespace hemo
