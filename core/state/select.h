#pragma once

#include "core/state/app_state.h"
#include "core/study/sides.h"

#include <optional>
#include <vector>

/// Questions to the state, for widgets and `reduce`. Pure.
namespace hemo::select {

/// What the slice views show: the preview while a series loads, else the open volume; may be null.
const VolumePtr& shownVolume(const AppState& state);
/// The even grid for reformats; null while there is none (a preview, or not ready yet).
VolumePtr shownRegular(const AppState& state);
/// The series that the shown pictures belong to; null where nothing is shown.
const SeriesInfo* shownSeries(const AppState& state);
const SeriesInfo* findSeries(const AppState& state, const std::string& id);

/// The picture plane of a view of width x height pixels; none where nothing is shown.
std::optional<PicturePlane> viewPlane(const AppState& state, ViewAxis axis, int width, int height);

/// Where a view stands among its slices. On the native axis a step is a slice (index = k of the volume),
/// elsewhere one pixel spacing.
struct SliceSteps {
    int index = 0, count = 0;
    bool isNative = false;
    bool operator==(const SliceSteps&) const = default;
};
SliceSteps sliceSteps(const AppState& state, ViewAxis axis);
/// Where the crosshair goes for that step of the view.
PatientPoint crosshairAtStep(const AppState& state, ViewAxis axis, int index);
/// +1 where a higher index lies further superior, anterior or left; -1 where it is the other way round.
int upwardStep(const AppState& state, ViewAxis axis);
/// The same of a stack's own slices.
int upwardStep(const Grid& grid);
/// The native slice at the crosshair; none where nothing is shown.
std::optional<int> currentSlice(const AppState& state);

/// One bar of the probability strip.
struct Bar {
    int slice = 0;             ///< k of the volume
    std::optional<double> any; ///< none until its answer has come
    bool isOverThreshold = false;
    bool isCurrent = false;
    bool operator==(const Bar&) const = default;
};
/// All slices of the open series, superior first.
std::vector<Bar> stripBars(const AppState& state);

/// The answer, only where it belongs to the volume that is shown.
PredictionPtr shownPrediction(const AppState& state);
/// The findings of the answer that is shown; null where there is none or they are not ready.
FindingsPtr shownFindings(const AppState& state);
/// The operating point whose rule is in force; null where the model names none.
const OperatingPoint* operatingPoint(const AppState& state);
/// How the heat of the answer that is shown was made; else what is asked for, or what the model would do.
std::optional<Explanation> explanationInUse(const AppState& state);
/// Which slices may show heat: those over the threshold. Empty without a prediction.
std::vector<bool> heatSlices(const AppState& state);
/// Slices over the threshold so far, in order of k.
std::vector<int> suspiciousSlices(const AppState& state);
/// A scan that cannot be assessed has no suspicious slices, whatever the numbers are; true also without one.
bool cannotBeAssessed(const AppState& state);
/// Pieces of probability that belong to the current slice; none until its answer has come.
std::optional<SlicePrediction> currentPrediction(const AppState& state);

// ---- what can be done now
bool canScroll(const AppState& state);
bool canClassify(const AppState& state);
bool canShowHeat(const AppState& state);
bool canCancel(const AppState& state);
bool hasSuspicious(const AppState& state);
/// The list stands, nothing else is being read, and some of its series have no picture yet.
bool lacksThumbnails(const AppState& state);
/// Of the series that is shown.
Sides shownSides(const AppState& state);

} // namespace hemo::select
