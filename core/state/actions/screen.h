#pragma once

#include "core/state/screen.h"

#include <string>
#include <vector>

/// What is seen where, and how it is looked at. A viewport that is not there: nothing happens.
namespace hemo::action {

// ---- which readings
/// In this viewport and all others that show the same reading.
struct OpenSeries {
    ViewportId viewport;
    std::string id;
};
/// PageUp and PageDown: the next or previous series of the list that can be opened.
struct StepSeries {
    ViewportId viewport;
    int by;
};
/// One more beside those that are seen.
struct ShowBeside {
    std::string id;
};
/// With the series that `select::suggestedBeside` names, or back to one reading.
struct ToggleBeside {};
/// Takes one of several readings away; of two the other one stays alone.
struct CloseViewport {
    ViewportId viewport;
};
/// Back to the views of the first reading.
struct ShowLeadAlone {};

// ---- where in a reading
struct MoveCrosshair {
    ViewportId viewport;
    PatientPoint to;
};
/// Steps along a view; positive is superior, anterior or to the patient's left.
struct StepSlice {
    ViewportId viewport;
    int by;
};
/// Goes to a step of a view, counted as `stepsOf` counts.
struct GoToStep {
    ViewportId viewport;
    int index;
};
/// To the acquired slice k.
struct GoToSlice {
    ReadingId reading;
    int slice;
};
/// To the most telling slice of a finding, and to its place there.
struct GoToFinding {
    ReadingId reading;
    int index;
};
/// To the next finding towards the feet (+1) or the head (-1), round the end; where there is none, to the
/// next slice over the threshold.
struct StepFinding {
    ReadingId reading;
    int by;
};
/// The next slice over the threshold towards the feet (+1) or the head (-1), round the end.
struct StepSuspicious {
    ReadingId reading;
    int by;
};
/// Between the viewport's reading and the first one: linked by position -> apart -> linked by hand -> linked
/// by position; without a shared frame of reference only apart <-> by hand.
struct ToggleLink {
    ViewportId viewport;
};

// ---- how
/// For this reading and all that are seen beside it: what is compared is compared in one window.
struct SetWindow {
    ViewportId viewport;
    WindowLevel window;
};
/// 0 is the file's own window.
struct ChoosePreset {
    ViewportId viewport;
    int key;
};
struct ToggleInverted {
    ViewportId viewport;
};
struct SetView {
    ViewportId viewport;
    ViewState view;
};
/// How thick a layer the view shows.
struct SetSlab {
    ViewportId viewport;
    Slab slab;
};
/// Of one reading; where several stand beside each other, the first one alone.
struct ChooseViews {
    ViewSet set;
};
/// The other half of the head in place of each, or back.
struct ToggleOtherHalf {};
/// The picture that the keys mean, and the other half of the head beside it; or back to the views before. Of
/// one reading; where several stand beside each other, the first one alone.
struct ToggleHalvesBeside {};
/// Takes something off the pictures; what is taken off already is no longer.
struct ShowDifference {
    Difference difference;
};
/// How planes lie in patient space, as a hand that turns the crosshair wants them.
struct TurnPlanes {
    std::vector<PlaneOfView> planes;
};
/// The planes of the active reading along and across the canthomeatal line of its head.
struct LayAlongHead {};
/// All planes as they were before any was turned.
struct StraightenPlanes {};
/// The slices go by themselves, or stop.
struct TogglePlaying {};
/// One slice on, round the end.
struct PlayOn {};
struct FitViews {};
/// Views, window, crosshair and camera as on opening.
struct ResetViews {};
/// None: all of them.
struct Enlarge {
    std::optional<ViewportId> viewport;
};
/// Into a window of its own, or back; one view always stays.
struct ToggleApart {
    ViewportId viewport;
};
/// One view: the next reading comes to the front. Several views: the one beside becomes the only one.
struct SwapReadings {};
/// The keys mean this one from now on.
struct Activate {
    ViewportId viewport;
};
struct ChooseTool {
    Tool tool;
};
/// Lines over what is read, or none.
struct ToggleCrosshair {};
/// The HU under the mouse beside it, or in the status line alone.
struct ToggleValueAtCursor {};
struct SetCamera {
    ViewportId viewport;
    VolumeCamera camera;
};
struct SetVolumeTurning {
    ViewportId viewport;
    bool isTurning;
};
/// The volume cut open at the slices' own place, or whole.
struct ToggleCut {
    ViewportId viewport;
};
/// A box in which alone the volume is seen, at first round all of it; or none.
struct ToggleBox {
    ViewportId viewport;
};
struct SetBox {
    ViewportId viewport;
    ClipBox box;
};
struct ChooseVolumePreset {
    ViewportId viewport;
    VolumePreset preset;
};
struct ShowHeat {
    bool isShown;
};
/// While it lasts the heat is shown where it was not, and the other way round.
struct PeekHeat {
    bool isPeeking;
};
/// None: the mouse is over no picture.
struct HoverAt {
    std::optional<Hover> hover;
};

} // namespace hemo::action
