#pragma once

#include "core/geometry/picture_plane.h"
#include "core/words/message.h"

namespace hemo::imaging {

/// "S 88.4": a position along an axis, as `positionText` has it.
Message positionAlong(ViewAxis axis, double positionMm);

} // namespace hemo::imaging
