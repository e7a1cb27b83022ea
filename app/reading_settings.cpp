#include "app/reading_settings.h"

#include "core/log.h"

#include <QSettings>
#include <QStandardPaths>

namespace hemo::ui {
namespace {

constexpr auto kWayKey = "reading/way";

/// None where the file is not there or does not say.
std::optional<std::string> wayIn(const std::filesystem::path& file) {
    const QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    if (!settings.contains(kWayKey)) return std::nullopt;
    return settings.value(kWayKey).toString().trimmed().toStdString();
}

} // namespace

SettingsFiles::Paths SettingsFiles::usualPaths() {
    Paths paths;
    for (const QString& folder : QStandardPaths::standardLocations(QStandardPaths::AppConfigLocation)) {
        const auto file = std::filesystem::path(folder.toStdString()) / "settings.ini";
        if (paths.own.empty())
            paths.own = file;
        else
            paths.site.push_back(file);
    }
    return paths;
}

SettingsFiles::Way SettingsFiles::way() const {
    for (const std::filesystem::path& file : m_paths.site)
        if (const auto name = wayIn(file)) {
            if (const auto way = wayFrom(*name)) return {*way, true, std::nullopt};
            return {WayOfReading::SecondReader, true, name};
        }
    const auto own = wayIn(m_paths.own);
    return {own ? wayFrom(*own).value_or(WayOfReading::Assisted) : WayOfReading::Assisted, false,
            std::nullopt};
}

bool SettingsFiles::keep(WayOfReading way) const {
    QSettings settings(QString::fromStdString(m_paths.own.string()), QSettings::IniFormat);
    const std::string_view name = wayName(way);
    settings.setValue(kWayKey, QString::fromUtf8(name.data(), qsizetype(name.size())));
    settings.sync();
    return settings.status() == QSettings::NoError;
}

KeptWay::KeptWay(SettingsFiles::Paths paths, Store& store) : m_files(std::move(paths)) {
    m_thread.setMaxThreadCount(1);
    const SettingsFiles::Way found = m_files.way();
    if (found.isFixed)
        store.dispatch(action::FixWay{found.way});
    else
        store.dispatch(action::ChooseWay{found.way});
    if (found.unknown) store.dispatch(action::Notify{{say("notice.way_unknown", *found.unknown), true}});
    connect(&store, &Store::changed, this, [this](const AppState& before, const AppState& after) {
        const WayOfReading way = after.preferences.way;
        if (way == before.preferences.way || after.preferences.isWayFixed) return;
        m_thread.start([this, way] {
            if (!m_files.keep(way)) log::warning("the way of reading could not be kept");
        });
    });
}

} // namespace hemo::ui
