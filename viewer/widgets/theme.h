#pragma once

#include "core/state/preferences.h"

#include <QColor>

class QApplication;

namespace hemo::ui {

/// The colours of the window round the images. What lies over an image takes its own from palette.h, because
/// images stand on black whatever the window looks like.
struct ThemeColours {
    QColor chrome, panel, raised, line;
    QColor chosen; ///< behind what is chosen
    QColor text, secondaryText, disabledText;
    QColor accent; ///< what is selected, and nothing else
    QColor empty;  ///< where images will be
    // Suspicion has its own scale, and nothing else uses it.
    QColor underThreshold, suspicionLow, suspicionHigh;

    /// Dim neutral up to the threshold, then from low to high.
    QColor suspicion(double p, double threshold) const;
};

const ThemeColours& coloursOf(Theme theme);
/// Those of the theme that was applied last: one for the program, as QApplication's palette is. GUI thread.
const ThemeColours& colours();

/// Dresses all windows that are there and that will be. Tens of milliseconds. GUI thread.
void applyTheme(QApplication& application, Theme theme);

} // namespace hemo::ui
