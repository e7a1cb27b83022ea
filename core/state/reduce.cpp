#include "core/state/reduce.h"

#include "core/geometry/slice_level.h"
#include "core/state/job_steps.h"
#include "core/state/reduce_compare.h"
#include "core/state/select.h"
#include "core/study/study_tree.h"

#include <algorithm>
#include <cmath>

namespace hemo {
namespace {

using namespace action;

void forgetAnswers(SecondReader& reader) {
    const int number = reader.job.number;
    reader = {};
    reader.job.number = number;
}

void classifyOpen(AppState& s) {
    if (!s.open || s.load.isRunning) return;
    forgetAnswers(s.reader);
    start(s.reader.job, "Starting the second reader");
    s.reader.status = SecondReader::Status::Running;
    s.reader.slices.resize(static_cast<std::size_t>(s.open->volume->grid().slices()));
}

void beginLoad(AppState& s, const std::string& id) {
    const SeriesInfo* series = select::findSeries(s, id);
    if (!series) return;
    if (series->use == SeriesUse::Listed) {
        s.notice = Notice{series->whyListed, false};
        return;
    }
    if (s.load.isRunning && s.wantedSeriesId == id) return;
    s.wantedSeriesId = id;
    s.preview = nullptr;
    s.notice.reset();
    start(s.load, "Reading slices");
}

WindowLevel startingWindow(const AppState& s, const SeriesInfo& info) {
    const auto brain =
        std::find_if(s.presets.begin(), s.presets.end(), [](const auto& p) { return p.key == 1; });
    if (brain != s.presets.end()) return brain->window;
    return info.fileWindow.value_or(WindowLevel{});
}

void lookFromTheStart(AppState& s, const Volume& volume, const SeriesInfo& info) {
    s.views = {};
    s.camera = {};
    s.isInverted = false;
    s.crosshair = volume.grid().centre();
    s.window = startingWindow(s, info);
    s.presetKey = s.presets.empty() ? std::optional<int>{} : std::optional<int>{1};
}

void on(AppState& s, const OpenPaths& a) {
    if (a.paths.empty()) return;
    s.paths = a.paths;
    s.notice.reset();
    start(s.scan, "Looking through the folder");
}
void on(AppState& s, const ScanProgress& a) {
    progress(s.scan, a.job, a.fraction, a.stage);
}
/// The pictures of one list must never stand beside another list.
void closeSeries(AppState& s) {
    stop(s.load);
    s.preview = nullptr;
    s.open = nullptr;
    s.wantedSeriesId.clear();
    s.isHeatShown = false;
    forgetAnswers(s.reader);
}

/// The entry of what was asked for last; null where it was never opened before.
RecentStudy* askedRecent(AppState& s) {
    const auto it = std::find_if(s.recents.begin(), s.recents.end(),
                                 [&](const RecentStudy& recent) { return recent.paths == s.paths; });
    return it == s.recents.end() ? nullptr : &*it;
}

void on(AppState& s, const FolderScanned& a) {
    if (!isCurrent(s.scan, a.job)) return;
    stop(s.scan);
    if (RecentStudy* recent = askedRecent(s)) recent->isThere = true;
    const bool canBeOpened = !a.contents->bestSeriesId.empty();
    if (!canBeOpened && (s.open || s.load.isRunning)) {
        s.notice = Notice{"There is no CT stack here that can be opened: what was open stays open.", true};
        return;
    }
    closeSeries(s);
    s.contents = a.contents;
    s.contentsPaths = s.paths;
    s.thumbnails.clear();
    if (canBeOpened)
        beginLoad(s, a.contents->bestSeriesId);
    else
        s.notice = Notice{
            "This folder has images, but no CT stack that can be opened: choose another folder.", true};
}
void on(AppState& s, const ScanFailed& a) {
    if (!isCurrent(s.scan, a.job)) return;
    stop(s.scan);
    complain(s, a.error);
    RecentStudy* recent = askedRecent(s);
    if (!recent || a.error.code != ErrorCode::NotFound) return;
    recent->isThere = false;
    s.notice = Notice{"This study is not there now: connect its disc or folder and try again.", true};
}
void on(AppState& s, const ThumbnailMade& a) {
    if (s.scan.number == a.job && !s.scan.isRunning) s.thumbnails[a.seriesId] = a.thumbnail;
}
void on(AppState& s, const ChooseSeries& a) {
    if (s.open && s.open->info.id == a.id && !s.load.isRunning) return;
    beginLoad(s, a.id);
}
void on(AppState& s, const StepSeries& a) {
    if (!s.contents) return;
    std::vector<std::string> ids; // in the order in which they are listed
    for (const PatientEntry& patient : studyTree(*s.contents))
        for (const StudyEntry& study : patient.studies)
            for (const SeriesInfo* x : study.series)
                if (x->use == SeriesUse::Volume) ids.push_back(x->id);
    const auto it = std::find(ids.begin(), ids.end(), s.wantedSeriesId);
    if (it == ids.end()) return;
    const auto to = (it - ids.begin()) + a.by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(ids.size()))
        beginLoad(s, ids[static_cast<std::size_t>(to)]);
}
void on(AppState& s, const LoadProgress& a) {
    progress(s.load, a.job, a.fraction, a.stage);
}
void on(AppState& s, const SeriesPreview& a) {
    if (!isCurrent(s.load, a.job)) return;
    const SeriesInfo* series = select::findSeries(s, s.wantedSeriesId);
    if (!series) return;
    s.preview = a.volume;
    lookFromTheStart(s, *a.volume, *series);
}
void on(AppState& s, const SeriesLoaded& a) {
    if (!isCurrent(s.load, a.job)) return;
    stop(s.load);
    const bool hadPreview = s.preview != nullptr;
    s.preview = nullptr;
    s.open = std::make_shared<const OpenSeries>(OpenSeries{a.info, a.volume, nullptr, a.header});
    const PatientPoint seen = s.crosshair;
    const auto views = s.views;
    const WindowLevel window = s.window;
    const auto presetKey = s.presetKey;
    const bool isInverted = s.isInverted;
    lookFromTheStart(s, *a.volume, a.info);
    if (hadPreview) { // what the user did while the rest was read stays
        s.crosshair = seen;
        s.views = views;
        s.window = window;
        s.presetKey = presetKey;
        s.isInverted = isInverted;
    }
    s.isHeatShown = false;
    classifyOpen(s);
}
void on(AppState& s, const RegularReady& a) {
    if (!s.open || s.open->volume != a.source) return;
    OpenSeries open = *s.open;
    open.regular = a.regular;
    s.open = std::make_shared<const OpenSeries>(std::move(open));
}

/// Loading came to nothing: back to what was open before.
void keepWhatWasOpen(AppState& s) {
    stop(s.load);
    const bool wasPreviewed = s.preview != nullptr;
    s.preview = nullptr;
    s.wantedSeriesId = s.open ? s.open->info.id : std::string{};
    if (wasPreviewed && s.open) lookFromTheStart(s, *s.open->volume, s.open->info);
}
void on(AppState& s, const LoadFailed& a) {
    if (!isCurrent(s.load, a.job)) return;
    keepWhatWasOpen(s);
    complain(s, a.error);
}
void on(AppState& s, const CancelWork&) {
    if (s.scan.isRunning) stop(s.scan);
    if (s.load.isRunning) keepWhatWasOpen(s);
    if (s.comparison.load.isRunning) on(s, CloseComparison{});
}

void on(AppState& s, const Classify&) {
    classifyOpen(s);
}
void on(AppState& s, const StopReading&) {
    if (s.reader.status != SecondReader::Status::Running) return;
    forgetAnswers(s.reader);
    stop(s.reader.job);
}
/// The rule that was asked for where the model has it, else its own.
PatientRule chosenRule(const AppState& s, const PatientRule& own) {
    for (const OperatingPoint& point : s.reader.operatingPoints)
        if (point.name == s.operatingPoint) return point.rule;
    return own;
}
void judgeBy(AppState& s, const PredictionPtr& prediction, const PatientRule& rule) {
    s.reader.rule = rule;
    s.reader.findings = nullptr;
    s.reader.prediction = prediction->provenance.rule == rule
                              ? prediction
                              : std::make_shared<const Prediction>(judgedBy(*prediction, rule));
    s.isHeatShown = s.isHeatShown && select::canShowHeat(s);
}
void on(AppState& s, const ClassifierReady& a) {
    if (!isCurrent(s.reader.job, a.job)) return;
    s.reader.modelId = a.modelId;
    s.reader.device = a.device;
    s.reader.operatingPoints = a.operatingPoints;
    s.reader.explanations = a.explanations;
    s.reader.rule = chosenRule(s, a.rule);
    s.reader.job.stage = "Reading slices";
}
void on(AppState& s, const SliceClassified& a) {
    const int count = static_cast<int>(s.reader.slices.size());
    if (!isCurrent(s.reader.job, a.job) || a.slice.slice < 0 || a.slice.slice >= count) return;
    s.reader.slices[static_cast<std::size_t>(a.slice.slice)] = a.slice;
    const auto done = std::count_if(s.reader.slices.begin(), s.reader.slices.end(),
                                    [](const auto& slice) { return slice.has_value(); });
    s.reader.job.fraction = double(done) / count;
}
/// The answer is to the series that is open, slice for slice.
bool isAnswerToOpen(const AppState& s, const Prediction& prediction) {
    const Volume& volume = *s.open->volume;
    return prediction.provenance.seriesInstanceUid == volume.seriesInstanceUid() &&
           prediction.slices.size() == static_cast<std::size_t>(volume.grid().slices());
}
void on(AppState& s, const Classified& a) {
    if (!isCurrent(s.reader.job, a.job)) return;
    stop(s.reader.job);
    if (!isAnswerToOpen(s, *a.prediction)) {
        forgetAnswers(s.reader);
        s.reader.status = SecondReader::Status::Failed;
        s.reader.error =
            Error{ErrorCode::Worker,
                  "The second reader answered for another series, so the answer is not shown: press Retry.",
                  {}};
        return;
    }
    s.reader.status = SecondReader::Status::Done;
    judgeBy(s, a.prediction, chosenRule(s, a.prediction->provenance.rule));
    s.reader.modelId = a.prediction->provenance.modelId;
    s.reader.device = a.prediction->provenance.device;
    for (const SlicePrediction& slice : a.prediction->slices)
        if (slice.slice >= 0 && slice.slice < static_cast<int>(s.reader.slices.size()))
            s.reader.slices[static_cast<std::size_t>(slice.slice)] = slice;
}
void on(AppState& s, const FindingsFound& a) {
    if (a.source && a.source == s.reader.prediction) s.reader.findings = a.findings;
}
void on(AppState& s, const ChooseOperatingPoint& a) {
    const auto& points = s.reader.operatingPoints;
    const auto it =
        std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.name == a.name; });
    if (it == points.end()) return;
    s.operatingPoint = a.name;
    s.reader.rule = it->rule;
    if (s.reader.prediction && s.reader.prediction->provenance.rule != it->rule)
        judgeBy(s, s.reader.prediction, it->rule);
}
void on(AppState& s, const ClassificationFailed& a) {
    if (!isCurrent(s.reader.job, a.job)) return;
    stop(s.reader.job);
    s.reader.status = SecondReader::Status::Failed;
    s.reader.error = a.error;
}

void on(AppState& s, const MoveCrosshair& a) {
    const VolumePtr& volume = select::shownVolume(s);
    if (!volume) return;
    s.crosshair = heldInside(volume->grid(), a.to);
}
void on(AppState& s, const GoToStep& a) {
    const auto steps = select::sliceSteps(s, a.axis);
    if (steps.count > 0)
        s.crosshair = select::crosshairAtStep(s, a.axis, std::clamp(a.index, 0, steps.count - 1));
}
void on(AppState& s, const StepSlice& a) {
    if (!select::canScroll(s)) return;
    on(s, GoToStep{a.axis, select::sliceSteps(s, a.axis).index + a.by * select::upwardStep(s, a.axis)});
}
void on(AppState& s, const GoToSlice& a) {
    if (const VolumePtr& volume = select::shownVolume(s))
        on(s, GoToStep{nativeAxis(volume->grid()), a.slice});
}
void on(AppState& s, const GoToFinding& a) {
    const FindingsPtr findings = select::shownFindings(s);
    if (!findings || a.index < 0 || a.index >= static_cast<int>(findings->size())) return;
    const Finding& finding = (*findings)[static_cast<std::size_t>(a.index)];
    const Grid& grid = s.open->volume->grid();
    s.crosshair = finding.place ? heldInside(grid, *finding.place)
                                : movedToSlice(grid, s.crosshair, finding.mostTellingSlice);
}
void on(AppState& s, const StepSuspicious& a) {
    std::vector<int> slices = select::suspiciousSlices(s);
    if (slices.empty()) return;
    // From the head to the feet, as the strip shows them.
    if (select::upwardStep(s, nativeAxis(s.open->volume->grid())) > 0)
        std::reverse(slices.begin(), slices.end());
    const auto place = [&](int k) { return slices.front() < slices.back() ? k : -k; };
    const int here = place(*select::currentSlice(s));
    int to = a.by > 0 ? slices.front() : slices.back();
    if (a.by > 0) {
        const auto it = std::find_if(slices.begin(), slices.end(), [&](int k) { return place(k) > here; });
        if (it != slices.end()) to = *it;
    } else {
        const auto it = std::find_if(slices.rbegin(), slices.rend(), [&](int k) { return place(k) < here; });
        if (it != slices.rend()) to = *it;
    }
    on(s, GoToSlice{to});
}
void on(AppState& s, const SetWindow& a) {
    s.window = {std::clamp(a.window.centre, -32000.0, 32000.0), std::clamp(a.window.width, 1.0, 65535.0)};
    s.presetKey.reset();
}
void on(AppState& s, const ChoosePreset& a) {
    if (a.key == 0) {
        const SeriesInfo* series = select::shownSeries(s);
        if (!series) return;
        if (!series->fileWindow) {
            s.notice = Notice{"This series brings no window of its own: press 1 to 7 for a preset.", false};
            return;
        }
        s.window = *series->fileWindow;
        s.presetKey = 0;
        return;
    }
    const auto it = std::find_if(s.presets.begin(), s.presets.end(),
                                 [&](const WindowPreset& p) { return p.key == a.key; });
    if (it == s.presets.end()) return;
    s.window = it->window;
    s.presetKey = a.key;
}
void on(AppState& s, const ToggleInverted&) {
    s.isInverted = !s.isInverted;
}
void on(AppState& s, const SetView& a) {
    ViewState view = a.view;
    view.zoom = std::clamp(view.zoom, kLeastZoom, kMostZoom);
    view.panRightMm = std::clamp(view.panRightMm, -500.0, 500.0);
    view.panDownMm = std::clamp(view.panDownMm, -500.0, 500.0);
    s.views[static_cast<std::size_t>(a.axis)] = view;
}
void on(AppState& s, const FitViews&) {
    s.views = {};
}
void on(AppState& s, const ResetViews&) {
    const SeriesInfo* series = select::shownSeries(s);
    if (series) lookFromTheStart(s, *select::shownVolume(s), *series);
}
void on(AppState& s, const Enlarge& a) {
    s.enlarged = a.pane;
}
void on(AppState& s, const ChooseTool& a) {
    s.tool = a.tool;
}
void on(AppState& s, const SetCamera& a) {
    s.camera.azimuthDegrees = std::remainder(a.camera.azimuthDegrees, 360.0);
    s.camera.elevationDegrees = std::clamp(a.camera.elevationDegrees, -89.0, 89.0);
    s.camera.zoom = std::clamp(a.camera.zoom, 0.3, 10.0);
}
void on(AppState& s, const SetVolumeTurning& a) {
    s.isTurningVolume = a.isTurning;
}
void on(AppState& s, const ChooseVolumePreset& a) {
    s.volumePreset = a.preset;
}
/// The answers stay the same, but only a new reading makes the other heat. Heat that is shown comes back.
void on(AppState& s, const ChooseExplanation& a) {
    s.explanation = a.explanation;
    const bool isMade = s.reader.prediction && s.reader.prediction->provenance.explanation == a.explanation;
    if (!isMade && s.reader.status != SecondReader::Status::Idle) classifyOpen(s);
}
void on(AppState& s, const ShowHeat& a) {
    s.isHeatShown = a.isShown && select::canShowHeat(s);
}
void on(AppState& s, const SetHeatOpacity& a) {
    s.heatStyle.opacity = std::clamp(a.opacity, 0.1, 1.0);
}

void on(AppState& s, const TogglePanels&) {
    s.arePanelsFolded = !s.arePanelsFolded;
}
void on(AppState& s, const TogglePatientText&) {
    s.isPatientTextShown = !s.isPatientTextShown;
}
void on(AppState& s, const Notify& a) {
    s.notice = a.notice;
}
void on(AppState& s, const DismissNotice&) {
    s.notice.reset();
}
void on(AppState& s, const SetPresets& a) {
    s.presets = a.presets;
}
void on(AppState& s, const RecentsRead& a) {
    s.recents = a.recents;
}
void on(AppState& s, const ClearRecents&) {
    s.recents.clear();
    ++s.timesRecentsCleared;
}

} // namespace

AppState reduce(AppState state, const Action& action) {
    if (stepsBackOntoSlice(state, action)) return state;
    const ComparedBefore before = comparedBefore(state);
    std::visit([&](const auto& a) { on(state, a); }, action);
    keepComparison(state, before, action);
    return state;
}

} // namespace hemo
