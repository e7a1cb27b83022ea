#include "app/reading_settings.h"

#include "core/log.h"

#include <QSettings>
#include <QStandardPaths>

namespace hemo::ui {
namespace {

constexpr auto kWayKey = "reading/way", kLogKey = "reading/log";

/// None where the file is not there or does not say.
std::optional<std::string> saidIn(const std::filesystem::path& file, const char* key) {
    const QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    if (!settings.contains(key)) return std::nullopt;
    return settings.value(key).toString().trimmed().toStdString();
}

std::optional<bool> logIn(const std::filesystem::path& file) {
    const auto said = saidIn(file, kLogKey);
    if (said == "on") return true;
    if (said == "off") return false;
    return std::nullopt;
}

bool write(const std::filesystem::path& file, const char* key, const QString& value) {
    QSettings settings(QString::fromStdString(file.string()), QSettings::IniFormat);
    settings.setValue(key, value);
    settings.sync();
    return settings.status() == QSettings::NoError;
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
        if (const auto name = saidIn(file, kWayKey)) {
            if (const auto way = wayFrom(*name)) return {*way, true, std::nullopt};
            return {WayOfReading::SecondReader, true, name};
        }
    const auto own = saidIn(m_paths.own, kWayKey);
    return {own ? wayFrom(*own).value_or(WayOfReading::Assisted) : WayOfReading::Assisted, false,
            std::nullopt};
}

SettingsFiles::Log SettingsFiles::log() const {
    for (const std::filesystem::path& file : m_paths.site)
        if (const auto isKept = logIn(file)) return {*isKept, true};
    return {logIn(m_paths.own).value_or(true), false};
}

bool SettingsFiles::keep(WayOfReading way) const {
    const std::string_view name = wayName(way);
    return write(m_paths.own, kWayKey, QString::fromUtf8(name.data(), qsizetype(name.size())));
}

bool SettingsFiles::keepLog(bool isKept) const {
    return write(m_paths.own, kLogKey, isKept ? "on" : "off");
}

KeptSettings::KeptSettings(SettingsFiles::Paths paths, Store& store) : m_files(std::move(paths)) {
    m_thread.setMaxThreadCount(1);
    const SettingsFiles::Way found = m_files.way();
    if (found.isFixed)
        store.dispatch(action::FixWay{found.way});
    else
        store.dispatch(action::ChooseWay{found.way});
    if (found.unknown) store.dispatch(action::Notify{{say("notice.way_unknown", *found.unknown), true}});
    const SettingsFiles::Log kept = m_files.log();
    if (kept.isFixed)
        store.dispatch(action::FixLog{kept.isKept});
    else
        store.dispatch(action::KeepLog{kept.isKept});
    connect(&store, &Store::changed, this, &KeptSettings::react);
}

void KeptSettings::react(const AppState& before, const AppState& after) {
    const Preferences &was = before.preferences, &is = after.preferences;
    if (is.way != was.way && !is.isWayFixed)
        m_thread.start([this, way = is.way] {
            if (!m_files.keep(way)) log::warning("the way of reading could not be kept");
        });
    if (is.isLogKept != was.isLogKept && !is.isLogFixed)
        m_thread.start([this, isKept = is.isLogKept] {
            if (!m_files.keepLog(isKept)) log::warning("whether readings are logged could not be kept");
        });
}

} // namespace hemo::ui
