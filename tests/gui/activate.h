#pragma once

#include <QApplication>
#include <QWidget>

namespace hemo::ui::testing {

/// As if the user had clicked into it.
inline void activate(QWidget& window) {
    QT_WARNING_PUSH;
    QT_WARNING_DISABLE_DEPRECATED; // Qt 6.5 wants the window manager asked: offscreen has none
    QApplication::setActiveWindow(&window);
    QT_WARNING_POP;
}

} // namespace hemo::ui::testing
