#include "app/reading_settings.h"

#include "core/log.h"

namespace hemo::ui {
namespace {

constexpr auto kWayKey = "reading/way", kLogKey = "reading/log";

} // namespace

SettingsFiles::Way SettingsFiles::way() const {
    const auto found = keptSetting(m_paths, kWayKey);
    if (!found) return {};
    const std::string name = found->value.toStdString();
    const auto way = wayFrom(name);
    if (!found->isFixed) return {way.value_or(WayOfReading::Assisted), false, std::nullopt};
    if (way) return {*way, true, std::nullopt};
    return {WayOfReading::SecondReader, true, name};
}

SettingsFiles::Log SettingsFiles::log() const {
    const auto logIn = [](const std::filesystem::path& file) {
        return switchFrom(saidIn(file, kLogKey).value_or(QString()));
    };
    for (const std::filesystem::path& file : m_paths.site)
        if (const auto isKept = logIn(file)) return {*isKept, true};
    return {logIn(m_paths.own).value_or(true), false};
}

bool SettingsFiles::keep(WayOfReading way) const {
    const std::string_view name = wayName(way);
    return keepSetting(m_paths.own, kWayKey, QString::fromUtf8(name.data(), qsizetype(name.size())));
}

bool SettingsFiles::keepLog(bool isKept) const {
    return keepSetting(m_paths.own, kLogKey, switchText(isKept));
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
