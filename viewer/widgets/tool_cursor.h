#pragma once

#include "core/state/screen.h"

#include <QCursor>

namespace hemo::ui {

/// The cursor that shows which tool the left button is.
QCursor toolCursor(Tool tool);
/// A ring as large as the brush is in the picture, as far as a cursor can be.
QCursor brushCursor(double radiusPixels);

} // namespace hemo::ui
