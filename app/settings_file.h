#pragma once

#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace hemo::ui {

/// The settings files, INI as Qt writes it. Any thread; milliseconds.
struct SettingsPaths {
    std::filesystem::path own;
    std::vector<std::filesystem::path> site; ///< the first that says something holds
};

/// `settings.ini` in ~/.config/hemoscope, and in /etc/xdg/hemoscope (XDG_CONFIG_DIRS).
SettingsPaths usualSettingsPaths();

/// None where the file is not there or does not say. A list that somebody wrote by hand comes with its
/// commas.
std::optional<QString> saidIn(const std::filesystem::path& file, const QString& key);

struct KeptSetting {
    QString value;
    bool isFixed = false; ///< by the site
};
/// What the site's file says holds for everybody, what the user's says until they choose again.
std::optional<KeptSetting> keptSetting(const SettingsPaths& paths, const QString& key);

/// "on" and "off"; anything else says nothing.
std::optional<bool> switchFrom(const QString& text);
QString switchText(bool isOn);

/// Nothing: the key is taken out. False where it could not be kept.
bool keepSetting(const std::filesystem::path& file, const QString& key, const std::optional<QString>& value);

} // namespace hemo::ui
