#pragma once

#include "core/geometry/rigid_transform.h"
#include "core/reading/job_state.h"
#include "core/reading/reading_id.h"

namespace hemo {

/// How the scan of a reading lies upon that of another one, found from the pictures themselves.
struct Registration {
    ReadingId onto = ReadingId::None; ///< whose places are known; None: it was never asked for
    JobState job;
    bool isDone = false;
    RigidTransform fromOther; ///< from a place in the other one to the same place in this one
    /// The correlation of their densities from fat to bone; 1: the same (`imaging::HeadFit`).
    double likeness = 0;
    bool operator==(const Registration&) const = default;
};

/// Two scans of one head have over 0.9; what was laid wrongly has less than 0.8: below this nothing is
/// linked.
inline constexpr double kLeastLikeness = 0.85;

inline bool fits(const Registration& registration) {
    return registration.isDone && registration.likeness >= kLeastLikeness;
}

} // namespace hemo
