#pragma once

#include "core/result.h"
#include "core/state/lesson.h"

/// What a learner does with a collection of cases, and how one is made. Without a lesson nothing of the first
/// happens.
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

// ---- what is made to learn from, in the background. `job` is a number that rises with each
struct BeginMaking {
    int job;
    Message stage;
};
struct MakingProgress {
    int job;
    double fraction;
    Message stage;
};
/// What has come of it is an action of its own.
struct MakingEnded {
    int job;
};
struct MakingFailed {
    int job;
    Error error;
};

} // namespace hemo::action
