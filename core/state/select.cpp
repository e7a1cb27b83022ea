#include "core/state/select.h"

#include "core/state/select_compare.h"

#include <algorithm>
#include <cmath>

namespace hemo::select {
namespace {

Vec3 upDirection(ViewAxis axis) {
    switch (axis) {
    case ViewAxis::Axial:
        return {0, 0, 1};
    case ViewAxis::Coronal:
        return {0, -1, 0};
    case ViewAxis::Sagittal:
        return {1, 0, 0};
    }
    return {};
}

/// The steps of a reformat: planes across `up`, one pixel spacing apart, over the whole grid.
struct ReformatSteps {
    double lowestMm = 0, stepMm = 1;
    int count = 1;
};

ReformatSteps reformatSteps(const Grid& grid, Vec3 up) {
    double low = 1e300, high = -1e300;
    for (const int k : {0, grid.slices() - 1})
        for (const int j : {0, grid.rows() - 1})
            for (const int i : {0, grid.columns() - 1}) {
                const double x = dot(grid.toPatient({double(i), double(j), double(k)}) - PatientPoint{}, up);
                low = std::min(low, x);
                high = std::max(high, x);
            }
    const double step = std::min(grid.columnSpacingMm(), grid.rowSpacingMm());
    return {low, step, static_cast<int>(std::lround((high - low) / step)) + 1};
}

bool isOver(const AppState& state, const std::optional<SlicePrediction>& slice) {
    return slice && !cannotBeAssessed(state) && state.reader.rule &&
           slice->any() > state.reader.rule->threshold;
}

/// Answers are kept only while they belong to the open series (reduce), and shown only while it is shown.
bool areAnswersShown(const AppState& state) {
    return state.open && !state.preview;
}

} // namespace

bool cannotBeAssessed(const AppState& state) {
    if (!state.open) return true;
    // What is known before the first answer: a scan that will not be judged shows no suspicion on the way
    // either.
    const Grid& grid = state.open->volume->grid();
    const int fewest = std::max(kFewestSlices, state.reader.rule ? state.reader.rule->k : 1);
    if (nativeAxis(grid) != ViewAxis::Axial || grid.slices() < fewest) return true;
    if (whyNotByHeader(state.open->header)) return true;
    return state.reader.prediction && state.reader.prediction->verdict.answer == Answer::CannotAssess;
}

const VolumePtr& shownVolume(const AppState& state) {
    static const VolumePtr none;
    if (state.preview) return state.preview;
    return state.open ? state.open->volume : none;
}

VolumePtr shownRegular(const AppState& state) {
    return state.open && !state.preview ? state.open->regular : nullptr;
}

const SeriesInfo* shownSeries(const AppState& state) {
    if (state.preview) return findSeries(state, state.wantedSeriesId);
    return state.open ? &state.open->info : nullptr;
}

const SeriesInfo* findSeries(const AppState& state, const std::string& id) {
    if (!state.contents) return nullptr;
    const auto& all = state.contents->series;
    const auto it = std::find_if(all.begin(), all.end(), [&](const SeriesInfo& s) { return s.id == id; });
    return it == all.end() ? nullptr : &*it;
}

std::optional<PicturePlane> viewPlane(const AppState& state, ViewAxis axis, int width, int height) {
    const VolumePtr& volume = shownVolume(state);
    if (!volume || width < 1 || height < 1) return std::nullopt;
    const ViewState& view = state.views[static_cast<std::size_t>(axis)];
    return hemo::viewPlane(volume->grid(), axis, state.crosshair, view.zoom, view.panRightMm, view.panDownMm,
                           width, height);
}

SliceSteps sliceSteps(const AppState& state, ViewAxis axis) {
    const VolumePtr& volume = shownVolume(state);
    if (!volume) return {};
    const Grid& grid = volume->grid();
    if (axis == nativeAxis(grid)) return {grid.nearestSlice(state.crosshair), grid.slices(), true};
    const Vec3 up = upDirection(axis);
    const ReformatSteps steps = reformatSteps(grid, up);
    const double at = (dot(state.crosshair - PatientPoint{}, up) - steps.lowestMm) / steps.stepMm;
    return {std::clamp(static_cast<int>(std::lround(at)), 0, steps.count - 1), steps.count, false};
}

PatientPoint crosshairAtStep(const AppState& state, ViewAxis axis, int index) {
    const Grid& grid = shownVolume(state)->grid();
    if (axis == nativeAxis(grid)) {
        // Keep the place in the slice: on a tilted stack the crosshair wanders with the slices.
        const VoxelIndex v = grid.toVoxel(state.crosshair);
        return grid.toPatient({v.i, v.j, double(index)});
    }
    const Vec3 up = upDirection(axis);
    const ReformatSteps steps = reformatSteps(grid, up);
    const double wanted = steps.lowestMm + index * steps.stepMm;
    return state.crosshair + up * (wanted - dot(state.crosshair - PatientPoint{}, up));
}

int upwardStep(const AppState& state, ViewAxis axis) {
    const VolumePtr& volume = shownVolume(state);
    if (!volume || axis != nativeAxis(volume->grid())) return 1;
    return upwardStep(volume->grid());
}

int upwardStep(const Grid& grid) {
    return dot(grid.normal(), upDirection(nativeAxis(grid))) >= 0 ? 1 : -1;
}

std::optional<int> currentSlice(const AppState& state) {
    const VolumePtr& volume = shownVolume(state);
    if (!volume) return std::nullopt;
    return volume->grid().nearestSlice(state.crosshair);
}

std::vector<Bar> stripBars(const AppState& state) {
    if (!areAnswersShown(state)) return {};
    const Grid& grid = state.open->volume->grid();
    // Where the prior has scrolled past the ends none of these slices is seen.
    const int current = missedInCurrent(state) ? -1 : grid.nearestSlice(state.crosshair);
    std::vector<Bar> bars;
    for (int k = 0; k < grid.slices(); ++k) {
        Bar bar{k, std::nullopt, false, k == current};
        if (k < static_cast<int>(state.reader.slices.size()) && state.reader.slices[k]) {
            bar.any = state.reader.slices[k]->any();
            bar.isOverThreshold = isOver(state, state.reader.slices[k]);
        }
        bars.push_back(bar);
    }
    if (upwardStep(state, nativeAxis(grid)) > 0) std::reverse(bars.begin(), bars.end());
    return bars;
}

PredictionPtr shownPrediction(const AppState& state) {
    const PredictionPtr& p = state.reader.prediction;
    if (!p || !areAnswersShown(state)) return nullptr;
    const Volume& volume = *state.open->volume;
    const bool belongs = p->provenance.seriesInstanceUid == volume.seriesInstanceUid() &&
                         p->slices.size() == static_cast<std::size_t>(volume.grid().slices());
    return belongs ? p : nullptr;
}

FindingsPtr shownFindings(const AppState& state) {
    return shownPrediction(state) ? state.reader.findings : nullptr;
}

const OperatingPoint* operatingPoint(const AppState& state) {
    const auto& points = state.reader.operatingPoints;
    const auto it = std::find_if(points.begin(), points.end(),
                                 [&](const OperatingPoint& p) { return p.rule == state.reader.rule; });
    return it == points.end() ? nullptr : &*it;
}

std::optional<Explanation> explanationInUse(const AppState& state) {
    if (const PredictionPtr shown = shownPrediction(state)) return shown->provenance.explanation;
    const auto& known = state.reader.explanations;
    if (state.explanation && std::find(known.begin(), known.end(), *state.explanation) != known.end())
        return state.explanation;
    return known.empty() ? std::nullopt : std::optional(known.front());
}

std::vector<bool> heatSlices(const AppState& state) {
    const PredictionPtr p = shownPrediction(state);
    return p ? hemo::suspiciousSlices(*p) : std::vector<bool>{};
}

std::vector<int> suspiciousSlices(const AppState& state) {
    std::vector<int> slices;
    if (!areAnswersShown(state)) return slices;
    for (std::size_t k = 0; k < state.reader.slices.size(); ++k)
        if (isOver(state, state.reader.slices[k])) slices.push_back(static_cast<int>(k));
    return slices;
}

std::optional<SlicePrediction> currentPrediction(const AppState& state) {
    const auto k = currentSlice(state);
    if (!k || !areAnswersShown(state) || *k >= static_cast<int>(state.reader.slices.size()))
        return std::nullopt;
    return state.reader.slices[static_cast<std::size_t>(*k)];
}

bool canScroll(const AppState& state) {
    return shownVolume(state) != nullptr;
}
bool canClassify(const AppState& state) {
    return state.open && !state.load.isRunning && state.reader.status != SecondReader::Status::Running;
}
bool canShowHeat(const AppState& state) {
    return shownPrediction(state) && !cannotBeAssessed(state);
}
bool canCancel(const AppState& state) {
    return state.scan.isRunning || state.load.isRunning || state.comparison.load.isRunning;
}
bool hasSuspicious(const AppState& state) {
    return !suspiciousSlices(state).empty();
}
bool lacksThumbnails(const AppState& state) {
    return state.contents && !state.scan.isRunning && !state.load.isRunning &&
           state.thumbnails.size() < state.contents->series.size();
}
Sides shownSides(const AppState& state) {
    const SeriesInfo* series = shownSeries(state);
    return series ? sidesOf(*series) : Sides::Known;
}

} // namespace hemo::select
