#pragma once

#include "app/settings_file.h"
#include "core/state/preferences.h"

namespace hemo::ui {

constexpr auto kLanguageKey = "look/language";
/// As settings name it: "spanish".
QString languageName(Language language);
std::optional<Language> languageFrom(const QString& name);

/// What was kept, for the program that begins: after its QApplication is made and before the first window.
void applyLanguage(const SettingsPaths& paths);

} // namespace hemo::ui
