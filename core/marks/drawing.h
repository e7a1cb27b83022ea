#pragma once

#include "core/marks/mark.h"

namespace hemo {

// A mark that is being drawn. Its last place is where the hand is; those before it are settled. A stroke is
// drawn by dragging, or by a click at either end. Distances below `trembleMm` are a hand that only clicks.

/// The button went down: the first place is settled, the second goes with the hand.
Mark begun(Mark::Shape shape, const ViewFrame& frame, PatientPoint at, MarkId id);
/// The hand moved. A rim drawn by hand grows.
Mark moved(Mark mark, PatientPoint to, double trembleMm);
/// The button went down again; the mark may be whole then.
struct Drawn {
    Mark mark;
    bool isWhole = false;
};
Drawn pressed(Mark mark, PatientPoint at, double trembleMm);
/// The button was let go. A rim that encloses nothing is no mark: none.
std::optional<Drawn> released(Mark mark, PatientPoint at, double trembleMm);

} // namespace hemo
