#pragma once

#include "core/state/preferences.h"

namespace hemo::ui {

/// From now on whatever is made speaks this language, and writes numbers as it does: what stands on the
/// screen already stays. Once, after QApplication is made and before the first window. GUI thread.
void speak(Language language);

} // namespace hemo::ui
