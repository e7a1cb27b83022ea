#pragma once

#include "core/marks/drawing.h"

namespace hemo {

// The third diameter of an ABC/2 that the reader draws: once the two in the picture are settled, a press in
// the first picture that shows the blood and one in the last tell how high it is. The pictures between are
// not counted by how much of the blood they show, and the outer ones count whole, as `diametersOf` has it.

/// The next press tells where the blood begins or ends. Also true of one that is whole.
bool asksForHeight(const Mark& mark);

/// The hand is in the picture through `at`: a height that is begun reaches to it.
Mark withHeightTo(Mark draft, const ReadingPlane& plane, const Grid& grid, PatientPoint at);

/// The button went down there: the height begins, or the mark is whole.
Drawn heightPressed(Mark draft, const ReadingPlane& plane, const Grid& grid, PatientPoint at);

} // namespace hemo
