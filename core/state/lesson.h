#pragma once

#include "core/classroom/learning.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace hemo {

/// How much of a case somebody who presents it has shown to an audience, step by step: each step shows what
/// those before it do.
enum class Reveal { Nothing, Truth, SecondReader, Heat, TeachingPoints };

/// A collection that somebody learns from, one case after the other. While there is one, the second reader's
/// answers and the truth are locked until the learner has committed a verdict, whatever the way of reading
/// is, or until a presenter reveals them; after that nobody can answer any more.
struct Lesson {
    std::shared_ptr<const CaseCollection> collection; ///< never null
    std::filesystem::path folder;                     ///< that holds the collection
    std::shared_ptr<const Progress> progress;         ///< never null
    std::optional<std::size_t> current;               ///< none: all were read, and none is due
    std::int64_t begunAt = 0;                         ///< the current case, seconds since 1970 UTC
    std::optional<std::size_t> choice;                ///< that the learner has chosen
    std::optional<CaseScore> score;                   ///< of the current case, once it is answered
    Reveal revealed = Reveal::Nothing;                ///< of the current case, which nobody has answered
    bool isOnce = false;                              ///< it does not come back: how it went is kept nowhere
    bool operator==(const Lesson&) const = default;
};

} // namespace hemo
