#pragma once

#include "core/state/lesson.h"

/// What a learner does with a collection of cases. Without one nothing happens.
namespace hemo::action {

/// Begins with the case that is due, or goes on with the next new one. `now`: seconds since 1970 UTC.
struct BeginLesson {
    std::shared_ptr<const CaseCollection> collection;
    std::filesystem::path folder;
    std::shared_ptr<const Progress> progress;
    std::int64_t now;
    bool isOnce = false; ///< it does not come back
};
struct NextCase {
    std::int64_t now; ///< seconds since 1970 UTC
};
/// Of the current case's choices; an answered case keeps the one that it was answered with.
struct ChooseAnswer {
    std::size_t index;
};
/// The next step of what a presenter shows of a case that nobody has answered.
struct RevealMore {};
/// Forgets how the cases went, and begins with the first.
struct BeginAgain {
    std::int64_t now; ///< seconds since 1970 UTC
};

} // namespace hemo::action
