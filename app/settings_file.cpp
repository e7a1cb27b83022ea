#include "app/settings_file.h"

#include <QSettings>
#include <QStandardPaths>

namespace hemo::ui {

SettingsPaths usualSettingsPaths() {
    SettingsPaths paths;
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::AppConfigLocation)) {
        const auto file = std::filesystem::path(folder.toStdString()) / "settings.ini";
        if (paths.own.empty())
            paths.own = file;
        else
            paths.site.push_back(file);
    }
    return paths;
}

std::optional<QString> saidIn(const std::filesystem::path& file, const QString& key) {
    const QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    if (!settings.contains(key)) return std::nullopt;
    return settings.value(key).toStringList().join(',').trimmed();
}

std::optional<KeptSetting> keptSetting(const SettingsPaths& paths, const QString& key) {
    for (const std::filesystem::path& file : paths.site)
        if (auto value = saidIn(file, key)) return KeptSetting{std::move(*value), true};
    if (auto value = saidIn(paths.own, key)) return KeptSetting{std::move(*value), false};
    return std::nullopt;
}

std::optional<bool> switchFrom(const QString& text) {
    if (text == "on") return true;
    if (text == "off") return false;
    return std::nullopt;
}
QString switchText(bool isOn) {
    return isOn ? "on" : "off";
}

bool keepSetting(const std::filesystem::path& file, const QString& key, const std::optional<QString>& value) {
    QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    if (value)
        settings.setValue(key, *value);
    else
        settings.remove(key);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace hemo::ui
