#include "core/state/select/marks.h"

#include "core/marks/height_by_hand.h"
#include "core/state/select/answers.h"
#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo::select {

Marks shownMarks(const AppState& state, const Reading& reading) {
    Marks marks = marksOf(reading);
    if (lockOn(state, reading) != Lock::Open)
        std::erase_if(marks, [](const Mark& mark) { return mark.isOfFinding; });
    return marks;
}

bool isShownIn(const AppState& state, ViewportId id, const Mark& mark) {
    const Viewport* view = viewport(state, id);
    const auto place = placeIn(state, id);
    return place && view->kind == Viewport::Kind::Plane &&
           liesIn(mark, view->plane, shownVolume(*shownIn(state, id))->grid(), *place);
}

bool isDrawnIn(const AppState& state, ViewportId id, const Mark& mark) {
    const bool isOfAllSlices = mark.shape == Mark::Shape::Volume || asksForHeight(mark);
    if (!isOfAllSlices) return isShownIn(state, id, mark);
    const Viewport* view = viewport(state, id);
    const Reading* shown = shownIn(state, id);
    if (!shown || !shownVolume(*shown) || view->kind != Viewport::Kind::Plane) return false;
    const Grid& grid = shownVolume(*shown)->grid();
    if (mark.shape == Mark::Shape::Volume) return isNative(view->plane, grid);
    return liesIn(mark, view->plane, grid, mark.points.front());
}

Marks marksIn(const AppState& state, ViewportId id) {
    const Reading* shown = shownIn(state, id);
    if (!shown) return {};
    Marks marks;
    const auto& draft = state.screen.draft;
    const Reading* drawnIn = draft ? shownIn(state, draft->viewport) : nullptr;
    const bool isDrawn = drawnIn && drawnIn->id == shown->id;
    for (const Mark& mark : shownMarks(state, *shown))
        if (!(isDrawn && mark.id == draft->mark.id) && isShownIn(state, id, mark)) marks.push_back(mark);
    // While its height is asked for, the diameters go with the hand through the slices.
    const bool goesAlong = isDrawn && draft->viewport == id && asksForHeight(draft->mark);
    if (isDrawn && (goesAlong || isShownIn(state, id, draft->mark))) marks.push_back(draft->mark);
    return marks;
}

const Mark* chosenMark(const AppState& state) {
    const Reading* active = activeReading(state);
    const Mark* mark =
        active && state.screen.chosenMark ? findMark(marksOf(*active), *state.screen.chosenMark) : nullptr;
    const bool isHidden = mark && mark->isOfFinding && lockOn(state, *active) != Lock::Open;
    return isHidden ? nullptr : mark;
}

bool canUndoMarks(const AppState& state) {
    const Reading* active = activeReading(state);
    return active && active->handwork.canUndo();
}

bool canRedoMarks(const AppState& state) {
    const Reading* active = activeReading(state);
    return active && active->handwork.canRedo();
}

} // namespace hemo::select
