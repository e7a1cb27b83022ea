#pragma once

class QApplication;

namespace hemo::ui {

/// The look of the program: Fusion, the font, and the dark theme until another is applied. Also makes the
/// program's resources (icons, style, presets) known; call it once, before the first window.
void applyStyle(QApplication& application);

} // namespace hemo::ui
