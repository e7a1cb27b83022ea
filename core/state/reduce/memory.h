#pragma once

#include "core/state/app_state.h"

namespace hemo {

/// Over Preferences::mostVolumeBytes the volumes that were not looked at longest are let go, never one that
/// is seen. Answers and looks stay, so that coming back only reads the files again.
void letVolumesGo(AppState& s);

} // namespace hemo
