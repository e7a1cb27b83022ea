#pragma once

#include "core/classify/verdict/model_choice.h"
#include "core/reading/reading.h"
#include "core/state/lesson.h"
#include "core/state/preferences.h"
#include "core/state/screen.h"
#include "core/state/shelf.h"

#include <map>
#include <optional>
#include <string>

namespace hemo {

/// A sentence at the foot of the window.
struct Notice {
    Message text;
    bool isError = false;
    bool operator==(const Notice&) const = default;
};

using Readings = std::map<ReadingId, ReadingPtr>;

/// Everything the window shows follows from this value. Only `reduce` makes the next one. Cheap to copy: what
/// is large is shared.
struct AppState {
    Shelf shelf;
    Readings readings;    ///< all that were opened from what is listed
    int readingsMade = 0; ///< the last ReadingId that was given
    int timesShown = 0;   ///< the last Reading::shownAt
    Screen screen;
    Preferences preferences;
    ModelChoices models;
    std::optional<Lesson> lesson; ///< somebody learns from cases
    JobState making;              ///< of cases, or of a bleed that is drawn
    std::optional<Notice> notice;
    bool operator==(const AppState&) const = default;
};

} // namespace hemo
