#pragma once

#include "core/state/app_state.h"
#include "core/study/sides.h"

#include <optional>
#include <vector>

/// Questions about what is seen where. Pure.
namespace hemo::select {

// ---- readings
/// Null where there is none of that number.
const Reading* reading(const AppState& state, ReadingId id);
/// Of that series; null where it was not opened.
const Reading* readingOf(const AppState& state, const std::string& seriesId);

/// Null where there is no such viewport.
const Viewport* viewport(const AppState& state, ViewportId id);
/// What a viewport is to show; null where it is empty.
const Reading* wantedIn(const AppState& state, ViewportId id);
/// What it shows: the reading before while the one that is wanted has no picture; null where there is none.
const Reading* shownIn(const AppState& state, ViewportId id);
/// What the card, the keys and the status line mean; null where nothing is shown there.
const Reading* activeReading(const AppState& state);
/// All that are shown or wanted, each once, in the order of the viewports.
std::vector<const Reading*> readingsOnScreen(const AppState& state);
/// A viewport shows it or waits for it.
bool isNamed(const AppState& state, ReadingId id);
/// It is loaded for the second reader alone: no viewport names it.
bool isReadAheadAlone(const AppState& state, const Reading& reading);
/// All views are of one reading, or of several.
bool isComparing(const AppState& state);
/// One picture, and beside it the same one with each half of the head where the other one stood.
bool areHalvesBeside(const AppState& state);
/// The viewport whose reading is another than the first one's, and that the commands for it mean: the active
/// one, else the first of them. None while one reading is seen.
std::optional<ViewportId> besideViewport(const AppState& state);
/// The first viewport that shows this reading; none where it is not seen.
std::optional<ViewportId> viewportOf(const AppState& state, ReadingId id);

// ---- views
/// The one that the keys for slices mean: the enlarged, the active, else the first that shows slices.
ViewportId scrolledViewport(const AppState& state);
SliceSteps stepsIn(const AppState& state, ViewportId id);
/// Where the plane lies that a viewport shows: at its reading's place, or in a film at the slice of its page.
/// None where nothing is shown, or where the slices end before it.
std::optional<PatientPoint> placeIn(const AppState& state, ViewportId id);
/// The view of the viewport that zooming this one changes: readings beside each other share one.
ViewportId zoomedViewport(const AppState& state, ViewportId id);
/// A layer of one is as thick in the other: what is compared is compared in one thickness.
bool shareSlab(const AppState& state, ViewportId a, ViewportId b);
ViewState viewIn(const AppState& state, ViewportId id);
/// Its own window where it has one, else its reading's; something must be shown there.
WindowLevel windowIn(const AppState& state, ViewportId id);
/// What is seen in the window: the enlarged one, the first of a scan that is but one slice, else all that are
/// in no window of their own.
std::vector<Cell> seenCells(const AppState& state);
/// It may go into a window of its own, or back: another one stays.
bool canTakeApart(const AppState& state, ViewportId id);
/// The list of series, and what else stands at the left, is seen; the card: `!preferences.arePanelsFolded`.
bool isListShown(const AppState& state);
/// The planes of the other views of the same reading that cut the picture of this one in a line.
std::vector<PlaneOfView> planesAcross(const AppState& state, ViewportId id);
/// The first viewport that shows a volume; none where there is none.
std::optional<ViewportId> volumeViewport(const AppState& state);
/// Where a volume is cut open: at the slices' own place, by the plane of the first view of slices of the same
/// reading. None where it is whole.
std::optional<CutPlane> cutIn(const AppState& state, ViewportId id);
/// All that is left out of a volume: what `cutIn` says, and what lies outside the view's box.
std::vector<CutPlane> cutsIn(const AppState& state, ViewportId id);
/// Beside the first one, whose reading is another: its picture is lined up with that.
bool isLinedUp(const AppState& state, ViewportId id);
bool canScroll(const AppState& state);
/// One reading was put beside another, so that the way back is something to offer.
bool canCompare(const AppState& state);
/// Heat lies over the pictures that have any, by switch or by peek.
bool isHeatOn(const Screen& screen);

/// What is under the mouse.
struct HoverValue {
    PatientPoint place;
    std::optional<int> hu;
    Sides sides = Sides::Known;
    Lengths lengths = Lengths::Known;
    bool isBeside = false; ///< in a reading that is compared with the first one
    bool operator==(const HoverValue&) const = default;
};
std::optional<HoverValue> hoverValue(const AppState& state);

} // namespace hemo::select
