#pragma once

#include "core/state/app_state.h"

#include <algorithm>

/// What happens to a piece of background work, for the parts of `reduce`.
namespace hemo {

inline void start(JobState& job, std::string stage) {
    job = {job.number + 1, true, 0, std::move(stage)};
}

inline void stop(JobState& job) {
    job.isRunning = false;
    job.fraction = 0;
    job.stage.clear();
}

/// True where an answer belongs to the work that is under way now.
inline bool isCurrent(const JobState& job, int number) {
    return job.isRunning && job.number == number;
}

inline void progress(JobState& job, int number, double fraction, const std::string& stage) {
    if (!isCurrent(job, number)) return;
    job.fraction = std::clamp(fraction, 0.0, 1.0);
    job.stage = stage;
}

inline void complain(AppState& s, const Error& error) {
    if (error.code != ErrorCode::Cancelled) s.notice = Notice{error.message, true};
}

} // namespace hemo
