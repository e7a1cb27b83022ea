#pragma once

#include <array>

namespace hemo::ui {

/// How large text and controls may be, in percent of what the desktop says.
inline constexpr std::array kTextPercents{100, 125, 150, 175, 200};

} // namespace hemo::ui
