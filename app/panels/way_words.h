#pragma once

#include "core/reading/way_of_reading.h"

#include <QString>

namespace hemo::ui {

/// "Assisted", "Second reader", "Blind".
QString wayText(WayOfReading way);
/// What that means, in one sentence.
QString wayMeaning(WayOfReading way);

} // namespace hemo::ui
