#include "core/state/reduce/parts.h"
#include "core/state/select/answers.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

/// Nothing of what was seen the other way stays on the screen.
void readBy(AppState& s, WayOfReading way) {
    s.preferences.way = way;
    if (way == WayOfReading::Blind) {
        stopReadingAhead(s, ReadingId::None);
        const Readings readings = s.readings;
        for (const auto& [id, reading] : readings)
            on(s, StopReading{id});
    } else {
        readAlong(s);
    }
    s.screen.isHeatShown = s.screen.isHeatShown && select::canShowAnyHeat(s);
    s.screen.isPeeking = s.screen.isPeeking && select::canShowAnyHeat(s);
}

} // namespace

bool isFixed(const AppState& s, Setting setting) {
    return s.preferences.fixed.contains(setting);
}

void on(AppState& s, const ChooseWay& a) {
    if (!s.preferences.isWayFixed) readBy(s, a.way);
}
void on(AppState& s, const FixWay& a) {
    s.preferences.isWayFixed = true;
    readBy(s, a.way);
}
void on(AppState& s, const KeepLog& a) {
    if (!s.preferences.isLogFixed) s.preferences.isLogKept = a.isKept;
}
void on(AppState& s, const FixLog& a) {
    s.preferences.isLogFixed = true;
    s.preferences.isLogKept = a.isKept;
}
void on(AppState& s, const TogglePanels&) {
    if (!s.preferences.arePanelsFolded && s.screen.isListFolded)
        s.screen.isListFolded = false; // it comes back although there is little room
    else
        s.preferences.arePanelsFolded = !s.preferences.arePanelsFolded;
}
void on(AppState& s, const RoomChanged& a) {
    s.screen.isListFolded = a.isNarrow;
}
void on(AppState& s, const SetKeys& a) {
    s.preferences.keys = a.keys;
}
void on(AppState& s, const SetHeatColours& a) {
    if (!isFixed(s, Setting::HeatColours)) s.preferences.heatStyle.colours = a.colours;
}
void on(AppState& s, const SetTextPercent& a) {
    if (!isFixed(s, Setting::TextSize)) s.preferences.textPercent = a.percent;
}
void on(AppState& s, const SetTheme& a) {
    if (!isFixed(s, Setting::Theme)) s.preferences.theme = a.theme;
}
void on(AppState& s, const SetLanguage& a) {
    if (!isFixed(s, Setting::Language)) s.preferences.language = a.language;
}
void on(AppState& s, const SetBloodLimits& a) {
    if (!isFixed(s, Setting::BloodLimits)) s.preferences.bloodLimits = sensible(a.limits);
}
void on(AppState& s, const SetFirstLayout& a) {
    if (!isFixed(s, Setting::FirstLayout)) s.preferences.firstLayout = a.layout;
}
void on(AppState& s, const SetMostRecents& a) {
    if (isFixed(s, Setting::MostRecents)) return;
    s.preferences.mostRecents = std::clamp(a.count, 0, kMostRecents);
    keepToMostRecents(s);
}
void on(AppState& s, const SetStartFolder& a) {
    if (!isFixed(s, Setting::StartFolder)) s.preferences.startFolder = a.folder;
}
void on(AppState& s, const SetMouse& a) {
    if (!isFixed(s, Setting::Mouse)) s.preferences.mouse = a.mouse;
}
void on(AppState& s, const FixSettings& a) {
    s.preferences.fixed = a.settings;
}
void on(AppState& s, const TogglePatientText&) {
    if (isFixed(s, Setting::PatientNames)) return;
    s.preferences.isPatientTextShown = !s.preferences.isPatientTextShown;
}
void on(AppState& s, const SetPresets& a) {
    if (!isFixed(s, Setting::WindowPresets)) s.preferences.presets = a.presets;
}
void on(AppState& s, const SetMostVolumeBytes& a) {
    if (!isFixed(s, Setting::Memory)) s.preferences.mostVolumeBytes = a.bytes;
}
void on(AppState& s, const ReadListAhead& a) {
    if (isFixed(s, Setting::ReadAhead)) return;
    s.preferences.isListReadAhead = a.isOn;
    if (!a.isOn) stopReadingAhead(s, ReadingId::None);
}
void on(AppState& s, const Notify& a) {
    s.notice = a.notice;
}
void on(AppState& s, const DismissNotice&) {
    s.notice.reset();
}

} // namespace hemo
