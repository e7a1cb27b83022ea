#include "core/state/reduce/parts.h"

namespace hemo {

using namespace action;

void on(AppState& s, const TogglePanels&) {
    s.preferences.arePanelsFolded = !s.preferences.arePanelsFolded;
}
void on(AppState& s, const TogglePatientText&) {
    s.preferences.isPatientTextShown = !s.preferences.isPatientTextShown;
}
void on(AppState& s, const SetPresets& a) {
    s.preferences.presets = a.presets;
}
void on(AppState& s, const SetMostVolumeBytes& a) {
    s.preferences.mostVolumeBytes = a.bytes;
}
void on(AppState& s, const ReadListAhead& a) {
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
