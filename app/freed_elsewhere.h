#pragma once

#include "core/image/volume.h"

namespace hemo::ui {

/// The same volume, whose memory is given back on another thread, whoever lets go of it last: hundreds of
/// megabytes take the system longer than the GUI thread may wait. Any thread.
VolumePtr freedElsewhere(VolumePtr volume);

} // namespace hemo::ui
