#include "core/state/select/marks.h"

#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo::select {

bool isShownIn(const AppState& state, ViewportId id, const Mark& mark) {
    const Viewport* view = viewport(state, id);
    const Reading* shown = shownIn(state, id);
    return shown && view->kind == Viewport::Kind::Plane &&
           liesIn(mark, view->plane, shownVolume(*shown)->grid(), shown->look->place);
}

Marks marksIn(const AppState& state, ViewportId id) {
    const Reading* shown = shownIn(state, id);
    if (!shown) return {};
    Marks marks;
    const auto& draft = state.screen.draft;
    const Reading* drawnIn = draft ? shownIn(state, draft->viewport) : nullptr;
    const bool isDrawn = drawnIn && drawnIn->id == shown->id;
    for (const Mark& mark : shown->marks.now())
        if (!(isDrawn && mark.id == draft->mark.id) && isShownIn(state, id, mark)) marks.push_back(mark);
    if (isDrawn && isShownIn(state, id, draft->mark)) marks.push_back(draft->mark);
    return marks;
}

const Mark* chosenMark(const AppState& state) {
    const Reading* active = activeReading(state);
    return active && state.screen.chosenMark ? findMark(active->marks.now(), *state.screen.chosenMark)
                                             : nullptr;
}

bool canUndoMarks(const AppState& state) {
    const Reading* active = activeReading(state);
    return active && active->marks.canUndo();
}

bool canRedoMarks(const AppState& state) {
    const Reading* active = activeReading(state);
    return active && active->marks.canRedo();
}

} // namespace hemo::select
