#pragma once

#include "core/state/screen.h"

#include <QCursor>

namespace hemo::ui {

/// The cursor that shows which tool the left button is.
QCursor toolCursor(Tool tool);

} // namespace hemo::ui
