#pragma once

#include "app/settings_file.h"

namespace hemo::ui {

constexpr auto kTextSizeKey = "look/text_size";
/// None where it is none of `kTextPercents`.
std::optional<int> textPercentFrom(const QString& text);

/// What was kept, for the program that begins: before its QApplication is made. What the environment says of
/// it (QT_SCALE_FACTOR) holds.
void applyTextSize(const SettingsPaths& paths);

} // namespace hemo::ui
