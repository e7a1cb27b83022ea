#include "app/kept_preferences.h"

#include "app/commands.h"
#include "app/language.h"
#include "app/named_setting.h"
#include "app/preferences/volume_memory.h"
#include "app/text_size.h"
#include "core/log.h"
#include "viewer/widgets/path_text.h"

#include <algorithm>
#include <array>

namespace hemo::ui {
namespace {

constexpr auto kNames = "look/patient_names", kReadAhead = "list/read_ahead", kMemory = "memory/volumes_mb",
               kViews = "look/views", kMiddle = "mouse/middle", kRight = "mouse/right", kHeat = "look/heat",
               kTheme = "look/theme", kBlood = "tools/blood_hu", kFirst = "look/first_views",
               kRecents = "list/recents", kStart = "folders/open", kModel = "reading/model";
constexpr std::pair<DragMeaning, const char*> kDragNames[] = {{DragMeaning::Window, "window"},
                                                              {DragMeaning::Pan, "pan"},
                                                              {DragMeaning::Zoom, "zoom"},
                                                              {DragMeaning::Slices, "slices"},
                                                              {DragMeaning::Slab, "slab"}};
constexpr std::pair<HeatColours, const char*> kHeatNames[] = {
    {HeatColours::Inferno, "inferno"}, {HeatColours::Viridis, "viridis"}, {HeatColours::Cividis, "cividis"}};
constexpr std::pair<Theme, const char*> kThemeNames[] = {
    {Theme::Dark, "dark"}, {Theme::Light, "light"}, {Theme::HighContrast, "high-contrast"}};

QString keyOf(const std::string& command) {
    return "keys/" + QString::fromStdString(command);
}
QString keyOfHanging(int number) {
    return QStringLiteral("arrangements/%1").arg(number);
}
QString keyOf(const WindowPreset& preset) {
    return QStringLiteral("windows/%1").arg(preset.key);
}

QString presetText(const WindowPreset& preset) {
    return QStringLiteral("%1, %2, %3")
        .arg(QString::fromStdString(preset.name))
        .arg(preset.window.width)
        .arg(preset.window.centre);
}

/// The name may hold commas.
std::optional<WindowPreset> presetFrom(int key, const QString& text) {
    QStringList parts = text.split(',');
    if (parts.size() < 3) return std::nullopt;
    bool isWidth = false, isCentre = false;
    WindowPreset preset{key, {}, {}};
    preset.window.centre = parts.takeLast().toDouble(&isCentre);
    preset.window.width = parts.takeLast().toDouble(&isWidth);
    preset.name = parts.join(',').trimmed().toStdString();
    const bool isSound = isWidth && isCentre && preset.window.width >= 1 && !preset.name.empty();
    return isSound ? std::optional(preset) : std::nullopt;
}

/// What the files say of one setting, where it can be understood.
template <class Value> struct Found {
    Value value;
    bool isFixed;
};
template <class Parse>
auto found(const SettingsPaths& paths, const QString& key, Parse parse)
    -> std::optional<Found<typename decltype(parse(QString()))::value_type>> {
    const auto text = keptSetting(paths, key);
    if (!text) return std::nullopt;
    auto value = parse(text->value);
    if (!value) {
        log::warning("a setting cannot be understood: " + key.toStdString());
        return std::nullopt;
    }
    return {{std::move(*value), text->isFixed}};
}

std::optional<std::size_t> bytesFrom(const QString& text) {
    bool isNumber = false;
    const qulonglong megabytes = text.toULongLong(&isNumber);
    if (!isNumber || megabytes < kLeastVolumeMegabytes) return std::nullopt;
    return std::size_t(megabytes) * kMegabyte;
}

std::optional<ViewSet> viewsFrom(const QString& text) {
    return viewSetNamed(text.toStdString());
}
std::optional<HeatColours> heatFrom(const QString& text) {
    return named(kHeatNames, text);
}
std::optional<Theme> themeFrom(const QString& text) {
    return named(kThemeNames, text);
}
/// "50, 90".
std::optional<BloodLimits> bloodLimitsFrom(const QString& text) {
    const QStringList parts = text.split(',');
    if (parts.size() != 2) return std::nullopt;
    bool isLeast = false, isMost = false;
    const BloodLimits limits{parts[0].toDouble(&isLeast), parts[1].toDouble(&isMost)};
    return isLeast && isMost && sensible(limits) == limits ? std::optional(limits) : std::nullopt;
}
QString bloodLimitsText(const BloodLimits& limits) {
    return QStringLiteral("%1, %2").arg(limits.leastHu).arg(limits.mostHu);
}
std::optional<FirstLayout> firstLayoutFrom(const QString& text) {
    return firstLayoutNamed(text.toStdString());
}
std::optional<int> recentsFrom(const QString& text) {
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber && count >= 0 && count <= kMostRecents ? std::optional(count) : std::nullopt;
}
std::optional<std::filesystem::path> folderFrom(const QString& text) {
    const std::filesystem::path folder = pathFrom(text);
    return folder.is_absolute() ? std::optional(folder) : std::nullopt;
}
/// A folder's name.
std::optional<std::string> modelFrom(const QString& text) {
    return text.isEmpty() || text.contains('/') ? std::nullopt : std::optional(text.toStdString());
}
std::optional<DragMeaning> dragFrom(const QString& text) {
    return named(kDragNames, text);
}

/// Those of the program where nobody says anything else.
KeyTable keysIn(const SettingsPaths& paths, KeyTable usual) {
    for (auto& [command, keys] : usual.keys)
        if (const auto own = keptSetting(paths, keyOf(command))) {
            keys = own->value.toStdString();
            if (own->isFixed) usual.fixed.insert(command);
        }
    return usual;
}

} // namespace

KeptPreferences::KeptPreferences(SettingsPaths paths, Store& store)
    : m_paths(std::move(paths)), m_usualKeys(usualKeys()) {
    m_thread.setMaxThreadCount(1);
    bringBack(store);
    connect(&store, &Store::changed, this, &KeptPreferences::react);
}

KeptPreferences::~KeptPreferences() {
    m_thread.waitForDone();
}

void KeptPreferences::bringBack(Store& store) const {
    std::set<Setting> fixed = store.state().preferences.fixed; // by how the program was started
    const auto take = [&](Setting setting, bool isFixed) {
        if (isFixed) fixed.insert(setting);
    };
    /// As an action of that kind, which holds the value alone.
    const auto bring = [&]<class Kind>(Kind, const QString& key, auto parse, Setting setting) {
        const auto kept = found(m_paths, key, parse);
        if (!kept) return;
        store.dispatch(Kind{kept->value});
        take(setting, kept->isFixed);
    };
    store.dispatch(action::SetKeys{std::make_shared<const KeyTable>(keysIn(m_paths, m_usualKeys))});
    std::vector<WindowPreset> presets = store.state().preferences.presets;
    for (WindowPreset& preset : presets)
        if (auto own = found(m_paths, keyOf(preset),
                             [&](const QString& text) { return presetFrom(preset.key, text); })) {
            preset = std::move(own->value);
            take(Setting::WindowPresets, own->isFixed);
        }
    store.dispatch(action::SetPresets{std::move(presets)});
    bring(action::SetMostVolumeBytes{}, kMemory, bytesFrom, Setting::Memory);
    bring(action::ReadListAhead{}, kReadAhead, switchFrom, Setting::ReadAhead);
    if (const auto isOn = found(m_paths, kNames, switchFrom)) {
        if (isOn->value != store.state().preferences.isPatientTextShown)
            store.dispatch(action::TogglePatientText{});
        take(Setting::PatientNames, isOn->isFixed);
    }
    MouseTable mouse = store.state().preferences.mouse;
    for (const auto& [key, meaning] : {std::pair(kMiddle, &mouse.middle), std::pair(kRight, &mouse.right)})
        if (const auto own = found(m_paths, key, dragFrom)) {
            *meaning = own->value;
            take(Setting::Mouse, own->isFixed);
        }
    store.dispatch(action::SetMouse{mouse});
    bring(action::SetHeatColours{}, kHeat, heatFrom, Setting::HeatColours);
    bring(action::SetTextPercent{}, kTextSizeKey, textPercentFrom, Setting::TextSize);
    bring(action::SetTheme{}, kTheme, themeFrom, Setting::Theme);
    bring(action::SetLanguage{}, kLanguageKey, languageFrom, Setting::Language);
    bring(action::SetBloodLimits{}, kBlood, bloodLimitsFrom, Setting::BloodLimits);
    Hangings hangings;
    for (int number = kFirstHanging; number <= kLastHanging; ++number)
        if (auto kept = found(m_paths, keyOfHanging(number),
                              [](const QString& text) { return hangingFrom(text.toStdString()); })) {
            hangings[number] = std::move(kept->value);
            take(Setting::Hangings, kept->isFixed);
        }
    store.dispatch(action::SetHangings{std::move(hangings)});
    bring(action::SetFirstLayout{}, kFirst, firstLayoutFrom, Setting::FirstLayout);
    bring(action::SetMostRecents{}, kRecents, recentsFrom, Setting::MostRecents);
    bring(action::SetStartFolder{}, kStart, folderFrom, Setting::StartFolder);
    bring(action::ChooseModel{}, kModel, modelFrom, Setting::Model);
    if (const auto views = found(m_paths, kViews, viewsFrom))
        store.dispatch(action::ChooseViews{views->value});
    store.dispatch(action::FixSettings{std::move(fixed)});
}

void KeptPreferences::react(const AppState& before, const AppState& after) {
    const Preferences &was = before.preferences, &is = after.preferences;
    if (is.keys != was.keys && is.keys && was.keys) keepKeys(*was.keys, *is.keys);
    if (is.presets != was.presets)
        for (const WindowPreset& preset : is.presets)
            if (std::ranges::find(was.presets, preset) == was.presets.end())
                keep(keyOf(preset), presetText(preset));
    if (is.mostVolumeBytes != was.mostVolumeBytes)
        keep(kMemory, QString::number(is.mostVolumeBytes / kMegabyte));
    if (is.isListReadAhead != was.isListReadAhead) keep(kReadAhead, switchText(is.isListReadAhead));
    if (is.isPatientTextShown != was.isPatientTextShown) keep(kNames, switchText(is.isPatientTextShown));
    if (after.screen.viewSet != before.screen.viewSet)
        keep(kViews, QString::fromStdString(std::string(viewSetName(after.screen.viewSet))));
    if (is.heatStyle.colours != was.heatStyle.colours) keep(kHeat, nameOf(kHeatNames, is.heatStyle.colours));
    if (is.textPercent != was.textPercent) keep(kTextSizeKey, QString::number(is.textPercent));
    if (is.theme != was.theme) keep(kTheme, nameOf(kThemeNames, is.theme));
    if (is.language != was.language) keep(kLanguageKey, languageName(is.language));
    if (is.bloodLimits != was.bloodLimits) keep(kBlood, bloodLimitsText(is.bloodLimits));
    if (is.firstLayout != was.firstLayout)
        keep(kFirst, QString::fromStdString(firstLayoutName(is.firstLayout)));
    if (is.mostRecents != was.mostRecents) keep(kRecents, QString::number(is.mostRecents));
    if (is.startFolder != was.startFolder)
        keep(kStart, is.startFolder.empty() ? std::nullopt : std::optional(pathText(is.startFolder)));
    if (is.model != was.model)
        keep(kModel, is.model.empty() ? std::nullopt : std::optional(QString::fromStdString(is.model)));
    for (const auto& [number, hanging] : is.hangings) {
        const auto old = was.hangings.find(number);
        if (old == was.hangings.end() || old->second != hanging)
            keep(keyOfHanging(number), QString::fromStdString(hangingText(hanging)));
    }
    if (is.mouse.middle != was.mouse.middle) keep(kMiddle, nameOf(kDragNames, is.mouse.middle));
    if (is.mouse.right != was.mouse.right) keep(kRight, nameOf(kDragNames, is.mouse.right));
}

/// What is as it usually is stands in no file: a later version may have better keys.
void KeptPreferences::keepKeys(const KeyTable& was, const KeyTable& is) {
    for (const auto& [command, keys] : is.keys) {
        const auto old = was.keys.find(command);
        const auto usual = m_usualKeys.keys.find(command);
        if (is.fixed.contains(command) || (old != was.keys.end() && old->second == keys)) continue;
        const bool isUsual = usual != m_usualKeys.keys.end() && usual->second == keys;
        keep(keyOf(command), isUsual ? std::nullopt : std::optional(QString::fromStdString(keys)));
    }
}

void KeptPreferences::keep(const QString& key, const std::optional<QString>& value) {
    m_thread.start([file = m_paths.own, key, value] {
        if (!keepSetting(file, key, value)) log::warning("a setting could not be kept: " + key.toStdString());
    });
}

} // namespace hemo::ui
