#pragma once

#include "core/result.h"
#include "core/state/comparison.h"

namespace hemo::action {

// ---- a second series beside the first; `job` of an answer is the number the state gave the question
struct CompareWith {
    std::string id;
};
/// With the series that `select::suggestedPrior` names, or ends the comparison.
struct ToggleComparison {};
struct CloseComparison {};
/// The next or previous series of the list that can be put beside.
struct StepPriorSeries {
    int by;
};
struct PriorProgress {
    int job;
    double fraction;
    std::string stage;
};
struct PriorPreview {
    int job;
    VolumePtr volume;
};
struct PriorLoaded {
    int job;
    SeriesInfo info;
    VolumePtr volume;
};
struct PriorFailed {
    int job;
    Error error;
};
/// A place in the prior's patient space.
struct MovePriorCrosshair {
    PatientPoint to;
};
/// Positive is superior, anterior or to the patient's left.
struct StepPriorSlice {
    int by;
};
/// To the prior's slice k.
struct GoToPriorSlice {
    int slice;
};
/// Linked by position -> apart -> linked by hand -> linked by position; without a shared frame of reference
/// only apart <-> by hand.
struct ToggleLink {};
/// One view: the other series comes to the front. Two views: the prior's becomes the only one.
struct SwapCompared {};
/// The prior's view alone, or back to two.
struct EnlargePrior {};
/// The keys scroll this one from now on.
struct ActivateSeries {
    ComparedSeries role;
};

} // namespace hemo::action
