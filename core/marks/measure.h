#pragma once

#include "core/marks/mark.h"

namespace hemo {

// Each of a whole mark of the shapes that are named; 0 for others.

/// Length: between its ends. MidlineShift: from the line to the place. Millimetres.
double lengthMm(const Mark& mark);
/// Angle: between its legs, 0 to 180 degrees.
double angleDegrees(const Mark& mark);
/// Ellipse, Rectangle, Freehand: of the shape, not of the pixels that it holds. A rim that crosses itself
/// counts what lies on its left less what lies on its right.
double areaMm2(const Mark& mark);
/// EvansIndex (Evans 1942): the frontal horns' greatest width over the skull's inner width in the same slice;
/// over 0.3 the ventricles are wide.
double evansIndex(const Mark& mark);

/// AbcHalf: half the product of its diameters, mL.
double abcHalfMl(const Mark& mark);

} // namespace hemo
