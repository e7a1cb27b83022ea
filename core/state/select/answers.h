#pragma once

#include "core/state/app_state.h"

#include <optional>
#include <vector>

/// Questions to the second reader's answers. All of them pass one gate. Pure.
namespace hemo::select {

/// What keeps the second reader's answers from whoever reads, whether they have come or not.
enum class Lock {
    Open,
    UntilVerdict, ///< the reader's own verdict comes first
    Always,       ///< a blind reading
};
Lock lockOn(const AppState& state, const Reading& reading);

/// The gates between the answers to a reading and everything that shows, prints or exports them: they
/// belong to all of its voxels, never to a first picture, and are locked by the way of reading.
bool mayShowAnswers(const AppState& state, const Reading& reading);
/// The verdict alone, in the list: it holds also while the voxels are not in memory.
bool mayTellVerdict(const AppState& state, const Reading& reading);
/// What may be shown of the second reader; as if nothing had been asked where the gate is shut.
const SecondReader& answersTo(const AppState& state, const Reading& reading);

/// One bar of the probability strip.
struct Bar {
    int slice = 0;             ///< k of the volume
    std::optional<double> any; ///< none until its answer has come
    bool isOverThreshold = false;
    bool isCurrent = false;
    bool operator==(const Bar&) const = default;
};
/// All slices, superior first; none while it is not loaded.
std::vector<Bar> stripBars(const AppState& state, const Reading& reading);

/// The whole answer; null before there is one.
PredictionPtr shownPrediction(const AppState& state, const Reading& reading);
/// The findings of that answer; null where there is none or they are not ready.
FindingsPtr shownFindings(const AppState& state, const Reading& reading);
/// Who reads: the model that was chosen where it is there, else the program's own; null where none is known.
const ModelChoice* modelInUse(const AppState& state);
/// How the heat of the answer was made; else what is asked for, or what the model would do.
std::optional<Explanation> explanationInUse(const AppState& state, const Reading& reading);
/// Which slices may show heat: those over the threshold. Empty without a prediction.
std::vector<bool> heatSlices(const AppState& state, const Reading& reading);
/// Slices over the threshold so far, in order of k.
std::vector<int> suspiciousSlices(const AppState& state, const Reading& reading);
/// Its values are not those of a head CT, so that it has no suspicious slices, whatever the numbers are; true
/// also for one that is not loaded.
bool isNothingClaimed(const AppState& state, const Reading& reading);
/// What was said of the slice at the crosshair; none until its answer has come.
std::optional<SlicePrediction> currentPrediction(const AppState& state, const Reading& reading);

// ---- what can be done now
bool canClassify(const AppState& state, const Reading& reading);
bool canShowHeat(const AppState& state, const Reading& reading);
/// Of any reading that is seen.
bool canShowAnyHeat(const AppState& state);
bool hasSuspicious(const AppState& state, const Reading& reading);
/// The reading that the second reader should take up next; none where it is busy or nothing waits.
const Reading* nextToRead(const AppState& state);

} // namespace hemo::select
