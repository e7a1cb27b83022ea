#pragma once

#include "core/state/app_state.h"
#include "core/state/compare_actions.h"

#include <variant>

namespace hemo::action {

// ---- folders and series; `job` of an answer is the number the state gave the question
/// Folders, files and archives, in any mixture.
struct OpenPaths {
    std::vector<std::filesystem::path> paths;
};
struct ScanProgress {
    int job;
    double fraction;
    std::string stage;
};
struct FolderScanned {
    int job;
    std::shared_ptr<const FolderContents> contents;
};
struct ScanFailed {
    int job;
    Error error;
};
/// `job` is the scan's; the picture may be null.
struct ThumbnailMade {
    int job;
    std::string seriesId;
    RgbaImagePtr thumbnail;
};
struct ChooseSeries {
    std::string id;
};
/// PageUp and PageDown: the next or previous series that can be opened.
struct StepSeries {
    int by;
};
struct LoadProgress {
    int job;
    double fraction;
    std::string stage;
};
struct SeriesPreview {
    int job;
    VolumePtr volume;
};
struct SeriesLoaded {
    int job;
    SeriesInfo info;
    VolumePtr volume;
    ScanHeader header = {};
};
/// `source` is the volume it was made from.
struct RegularReady {
    VolumePtr source, regular;
};
struct LoadFailed {
    int job;
    Error error;
};
/// Stops scanning and loading; what was open stays.
struct CancelWork {};

// ---- second reader
struct Classify {};
/// Gives up what the second reader is doing.
struct StopReading {};
struct ClassifierReady {
    int job;
    std::string modelId;
    std::string device;
    PatientRule rule; ///< the model's own
    std::vector<OperatingPoint> operatingPoints{};
    std::vector<Explanation> explanations{};
};
struct SliceClassified {
    int job;
    SlicePrediction slice;
};
struct Classified {
    int job;
    PredictionPtr prediction;
};
/// `source` is the answer they belong to.
struct FindingsFound {
    PredictionPtr source;
    FindingsPtr findings;
};
/// Judges by another of the model's rules, now and from now on.
struct ChooseOperatingPoint {
    std::string name;
};
struct ClassificationFailed {
    int job;
    Error error;
};

// ---- looking
struct MoveCrosshair {
    PatientPoint to;
};
/// Steps along a view; positive is superior, anterior or to the patient's left.
struct StepSlice {
    ViewAxis axis;
    int by;
};
/// Goes to a step of a view, counted as `select::sliceSteps` counts.
struct GoToStep {
    ViewAxis axis;
    int index;
};
/// To the most telling slice of a finding, and to its place there.
struct GoToFinding {
    int index;
};
/// To the native slice k.
struct GoToSlice {
    int slice;
};
/// N and Shift+N: the next slice over the threshold towards the feet (+1) or the head (-1), round the end.
struct StepSuspicious {
    int by;
};
struct SetWindow {
    WindowLevel window;
};
/// 0 is the file's own window.
struct ChoosePreset {
    int key;
};
struct ToggleInverted {};
struct SetView {
    ViewAxis axis;
    ViewState view;
};
struct FitViews {};
/// Views, window, crosshair and camera as on opening.
struct ResetViews {};
struct Enlarge {
    std::optional<Pane> pane;
};
struct ChooseTool {
    Tool tool;
};
struct SetCamera {
    VolumeCamera camera;
};
struct SetVolumeTurning {
    bool isTurning;
};
struct ChooseVolumePreset {
    VolumePreset preset;
};
/// Makes the heat another way, now and from now on.
struct ChooseExplanation {
    Explanation explanation;
};
struct ShowHeat {
    bool isShown;
};
struct SetHeatOpacity {
    double opacity;
};

// ---- the window
struct TogglePanels {};
struct TogglePatientText {};
struct Notify {
    Notice notice;
};
struct DismissNotice {};
struct SetPresets {
    std::vector<WindowPreset> presets;
};
struct RecentsRead {
    std::vector<RecentStudy> recents;
};
/// Forgets what was opened before.
struct ClearRecents {};

} // namespace hemo::action

namespace hemo {

/// Everything that can happen to the state.
using Action = std::variant<
    action::OpenPaths, action::ScanProgress, action::FolderScanned, action::ScanFailed, action::ThumbnailMade,
    action::ChooseSeries, action::StepSeries, action::LoadProgress, action::SeriesPreview,
    action::SeriesLoaded, action::RegularReady, action::LoadFailed, action::CancelWork, action::Classify,
    action::StopReading, action::ClassifierReady, action::SliceClassified, action::Classified,
    action::FindingsFound, action::ChooseOperatingPoint, action::GoToFinding, action::ClassificationFailed,
    action::MoveCrosshair, action::StepSlice, action::GoToStep, action::GoToSlice, action::StepSuspicious,
    action::SetWindow, action::ChoosePreset, action::ToggleInverted, action::SetView, action::FitViews,
    action::ResetViews, action::Enlarge, action::ChooseTool, action::SetCamera, action::SetVolumeTurning,
    action::ChooseVolumePreset, action::ChooseExplanation, action::ShowHeat, action::SetHeatOpacity,
    action::TogglePanels, action::TogglePatientText, action::Notify, action::DismissNotice,
    action::SetPresets, action::RecentsRead, action::ClearRecents, action::CompareWith,
    action::ToggleComparison, action::CloseComparison, action::StepPriorSeries, action::PriorProgress,
    action::PriorPreview, action::PriorLoaded, action::PriorFailed, action::MovePriorCrosshair,
    action::StepPriorSlice, action::GoToPriorSlice, action::ToggleLink, action::SwapCompared,
    action::EnlargePrior, action::ActivateSeries>;

} // namespace hemo
