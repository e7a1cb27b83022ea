#pragma once

#include "core/state/layout.h"

#include <QString>

#include <array>

namespace hemo::ui {

/// In the order in which menus and lists have them.
inline constexpr std::array kViewSets{ViewSet::One, ViewSet::BrainAndBone, ViewSet::OneLarge, ViewSet::Four,
                                      ViewSet::Film};

/// What is shown of one reading: "Brain and bone side by side".
QString viewSetText(ViewSet set);

} // namespace hemo::ui
