#pragma once

#include "core/state/app_state.h"

/// Questions about what the reader drew. Pure.
namespace hemo::select {

/// What the reader drew, without what was measured of a finding that they must not know of yet.
Marks shownMarks(const AppState& state, const Reading& reading);
/// What lies in the picture that a viewport shows, the draft in the place of its mark.
Marks marksIn(const AppState& state, ViewportId id);
/// Whether a mark lies in the picture that a viewport shows.
bool isShownIn(const AppState& state, ViewportId id, const Mark& mark);
/// Whether a mark can be drawn in a viewport: it lies in the picture, or it is a volume, which may lie in any
/// acquired slice.
bool isDrawnIn(const AppState& state, ViewportId id, const Mark& mark);
/// The mark that is chosen, in the reading that the keys mean; null where there is none.
const Mark* chosenMark(const AppState& state);
/// Whether the reading that the keys mean has steps to undo, or to do again.
bool canUndoMarks(const AppState& state);
bool canRedoMarks(const AppState& state);

} // namespace hemo::select
