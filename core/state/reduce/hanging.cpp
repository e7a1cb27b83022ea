#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

Hanging hangingNow(const AppState& s) {
    Hanging now;
    now.views = s.screen.viewSet;
    now.isBeside = select::isComparing(s);
    now.isCrosshairShown = s.screen.isCrosshairShown;
    if (const Reading* shown = select::shownIn(s, kLead)) {
        now.presetKey = shown->look->presetKey;
        now.window = shown->look->window;
    }
    for (const Viewport& view : s.screen.viewports)
        now.each.push_back({view.slab, view.ownWindow});
    return now;
}

void hang(AppState& s, const Hanging& hanging) {
    Screen& screen = s.screen;
    screen.viewSet = hanging.views;
    screen.aside.clear();
    showLeadAlone(s);
    screen.isCrosshairShown = hanging.isCrosshairShown;
    if (hanging.presetKey)
        on(s, ChoosePreset{kLead, *hanging.presetKey});
    else
        on(s, SetWindow{kLead, hanging.window});
    if (hanging.isBeside) on(s, ToggleBeside{});
    const std::size_t views = std::min(screen.viewports.size(), hanging.each.size());
    for (std::size_t n = 0; n < views; ++n) {
        screen.viewports[n].slab = hanging.each[n].slab;
        if (hanging.each[n].ownWindow && !select::isComparing(s))
            screen.viewports[n].ownWindow = hanging.each[n].ownWindow;
    }
}

} // namespace

void on(AppState& s, const SetHangings& a) {
    if (!isFixed(s, Setting::Hangings)) s.preferences.hangings = a.hangings;
}
void on(AppState& s, const KeepHanging& a) {
    if (a.number < kFirstHanging || a.number > kLastHanging) return;
    if (isFixed(s, Setting::Hangings)) {
        s.notice = Notice{say("notice.hangings_fixed"), false};
        return;
    }
    if (!select::shownIn(s, kLead)) return;
    s.preferences.hangings[a.number] = hangingNow(s);
    s.notice = Notice{say("notice.hanging_kept", a.number), false};
}
void on(AppState& s, const HangAs& a) {
    const auto kept = s.preferences.hangings.find(a.number);
    if (!select::shownIn(s, kLead)) return;
    if (kept == s.preferences.hangings.end()) {
        s.notice = Notice{say("notice.hanging_none", a.number), false};
        return;
    }
    hang(s, Hanging(kept->second));
}

void hangFirst(AppState& s) {
    const FirstLayout& wanted = s.preferences.firstLayout;
    if (select::isComparing(s)) return;
    if (const auto* set = std::get_if<ViewSet>(&wanted)) return on(s, ChooseViews{*set});
    const auto* kept = std::get_if<KeptAs>(&wanted);
    if (!kept || !s.preferences.hangings.contains(kept->number)) return;
    const std::optional<Notice> notice = s.notice;
    on(s, HangAs{kept->number});
    s.notice = notice; // nobody has asked for a series beside it that is not there
}

} // namespace hemo
