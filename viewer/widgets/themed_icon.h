#pragma once

#include <QIcon>

namespace hemo::ui {

/// One of the program's own icons (":/icons/NAME.svg") in the colour of the theme's text, also after the
/// theme has changed.
QIcon themedIcon(const QString& name);

} // namespace hemo::ui
