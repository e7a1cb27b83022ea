#pragma once

#include "core/words/message.h"

#include <algorithm>
#include <utility>

namespace hemo {

/// A piece of background work as the screen knows it. A number is given once; results of an older number are
/// ignored. Number 0: never started.
struct JobState {
    int number = 0;
    bool isRunning = false;
    bool hasFailed = false; ///< it came to nothing, and is not tried again by itself
    double fraction = 0;
    Message stage;
    bool operator==(const JobState&) const = default;
};

inline void start(JobState& job, Message stage) {
    job = {job.number + 1, true, false, 0, std::move(stage)};
}

inline void stop(JobState& job) {
    job = {job.number, false, false, 0, {}};
}

inline void giveUp(JobState& job) {
    job = {job.number, false, true, 0, {}};
}

/// True where an answer belongs to the work that is under way now.
inline bool isCurrent(const JobState& job, int number) {
    return job.isRunning && job.number == number;
}

inline void progress(JobState& job, int number, double fraction, const Message& stage) {
    if (!isCurrent(job, number)) return;
    job.fraction = std::clamp(fraction, 0.0, 1.0);
    job.stage = stage;
}

} // namespace hemo
