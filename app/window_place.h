#pragma once

#include "app/settings_file.h"

class QWidget;

namespace hemo::ui {

/// Brings a window to where it was and as large as it was, on a screen that is there; false where nobody has
/// kept it. GUI thread; milliseconds.
bool restorePlace(QWidget& window, const SettingsPaths& paths);
/// In the user's own settings: "[window] place".
void keepPlace(const QWidget& window, const SettingsPaths& paths);

} // namespace hemo::ui
