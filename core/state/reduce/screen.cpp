#include "core/state/select/screen.h"

#include "core/state/reduce/parts.h"
#include "core/state/select/shelf.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

std::vector<Viewport>& viewports(AppState& s) {
    return s.screen.viewports;
}
ViewportId idAt(std::size_t n) {
    return ViewportId{static_cast<int>(n)};
}

/// All readings beside each other are seen in the first one's window.
void lookAlike(AppState& s) {
    const Reading* lead = select::shownIn(s, kLead);
    if (!lead || !select::isComparing(s)) return;
    const Look look = *lead->look;
    for (const Reading* seen : select::readingsOnScreen(s))
        change(s, seen->id, [&](Reading& reading) {
            if (!reading.look) return;
            reading.look->window = look.window;
            reading.look->presetKey = look.presetKey;
            reading.look->isInverted = look.isInverted;
        });
}

void remove(AppState& s, ViewportId id) {
    std::vector<Viewport>& views = viewports(s);
    const ViewState shared = views.front().view;
    views.erase(views.begin() + static_cast<std::ptrdiff_t>(id));
    views.front().view = shared; // what the views beside are lined up with
    s.screen.enlarged.reset();
    s.screen.active = kLead;
    if (!select::isComparing(s)) return showLeadAlone(s);
    if (std::ranges::all_of(views, &Viewport::isApart)) views.front().isApart = false;
    s.screen.layout = layoutBeside(static_cast<int>(views.size()));
}

/// Readings beside each other: the second of two views of one reading would only repeat it.
void closeRepeats(AppState& s, ViewportId kept) {
    if (!select::isComparing(s)) return;
    const ReadingId reading = select::viewport(s, kept)->reading;
    for (std::size_t n = viewports(s).size(); n-- > 0;)
        if (idAt(n) != kept && viewports(s)[n].reading == reading) remove(s, idAt(n));
}

/// The lead's own slices, and room for one more.
void putBeside(AppState& s) {
    if (select::areHalvesBeside(s)) showLeadAlone(s);
    Screen& screen = s.screen;
    Viewport beside;
    beside.slab = screen.viewports.front().slab;
    if (select::isComparing(s)) {
        if (screen.viewports.size() == kMostBeside) screen.viewports.pop_back();
        screen.viewports.push_back(beside);
    } else {
        screen.aside = screen.viewports;
        Viewport lead = screen.viewports.front();
        const Reading* shown = select::shownIn(s, kLead);
        for (const Viewport& view : screen.aside)
            if (shown && view.kind == Viewport::Kind::Plane &&
                isNative(view.plane, shownVolume(*shown)->grid()))
                lead.view = view.view;
        lead.plane = ReadingPlane::native();
        lead.tile.reset();
        screen.viewports = {lead, beside};
    }
    screen.layout = layoutBeside(static_cast<int>(screen.viewports.size()));
    screen.enlarged.reset();
}

void showIn(AppState& s, ViewportId viewport, const SeriesInfo* series) {
    if (!series) return;
    if (series->use == SeriesUse::Listed) {
        s.notice = Notice{series->whyListed, false};
        return;
    }
    openIn(s, viewport, *series);
}

} // namespace

ReadingId readingFor(AppState& s, const SeriesInfo& series) {
    if (const Reading* known = select::readingOf(s, series.id)) return known->id;
    const ReadingId id{++s.readingsMade};
    Reading fresh;
    fresh.id = id;
    fresh.series = std::make_shared<const SeriesInfo>(series);
    s.readings[id] = std::make_shared<const Reading>(std::move(fresh));
    return id;
}

void openIn(AppState& s, ViewportId viewport, const SeriesInfo& series) {
    if (select::areHalvesBeside(s)) { // the next head may have no middle
        showLeadAlone(s);
        viewport = kLead;
    }
    const ReadingId before = select::viewport(s, viewport)->reading, id = readingFor(s, series);
    if (before == id) return;
    const Reading* shownBefore = select::reading(s, before);
    for (Viewport& view : viewports(s)) {
        if (view.reading != before) continue;
        if (shownBefore && shownVolume(*shownBefore)) view.held = before;
        view.reading = id;
    }
    s.notice.reset();
    stopReadingAhead(s, id);
    closeRepeats(s, viewport);
    const Reading& reading = *select::reading(s, id);
    if (isWhole(reading)) {
        beginShowing(s, id);
        showWhereWanted(s, id);
    } else if (!reading.load.isRunning) {
        change(s, id, [](Reading& r) { start(r.load, say("stage.slices")); });
    }
    forgetUnseen(s);
}

void beginShowing(AppState& s, ReadingId id) {
    const bool isNew = select::reading(s, id)->shownAt == 0;
    for (Viewport& view : viewports(s)) {
        if (view.reading != id) continue;
        view.view = {};
        view.camera = {};
        view.isCut = false;
        view.box.reset();
    }
    if (viewports(s).front().reading == id) {
        straighten(s);
        s.screen.isHeatShown = s.screen.isOtherHalf = s.screen.isPlaying = false;
        s.screen.difference = Difference::None;
    }
    s.screen.hover.reset(); // a place in what was shown before
    lookAlike(s);
    for (const Reading* seen : select::readingsOnScreen(s))
        standAlone(s, seen->id);
    if (isNew && viewports(s).front().reading == id) hangFirst(s);
}

void showWhereWanted(AppState& s, ReadingId id) {
    const Reading* reading = select::reading(s, id);
    if (!reading || !shownVolume(*reading)) return;
    if (isWhole(*reading))
        for (Viewport& view : viewports(s))
            if (view.reading == id) view.held = ReadingId::None;
    change(s, id, [&](Reading& r) { r.shownAt = ++s.timesShown; });
    if (const Reading* lead = select::shownIn(s, kLead)) bringAlong(s, lead->id);
    readAlong(s);
    forgetUnseen(s);
}

void withdraw(AppState& s, ReadingId id) {
    for (Viewport& view : viewports(s))
        if (view.reading == id) view.reading = std::exchange(view.held, ReadingId::None);
    if (select::isComparing(s)) // a view of several that would be empty
        for (std::size_t n = viewports(s).size(); n-- > 0;)
            if (viewports(s)[n].reading == ReadingId::None) remove(s, idAt(n));
    forgetUnseen(s);
}

void forgetUnseen(AppState& s) {
    for (auto it = s.readings.begin(); it != s.readings.end();) {
        const auto [id, reading] = *it;
        if (select::isNamed(s, id) || (reading->isReadAhead && !reading->preview)) {
            ++it;
        } else if (!reading->look) {
            it = s.readings.erase(it); // nobody has seen anything of it
        } else {
            change(s, id, [](Reading& r) {
                stop(r.load);
                r.preview = nullptr;
            });
            ++it;
        }
    }
}

namespace {

/// What was done to the lead while it stood beside something stays with the views of its plane. Where these
/// had slabs that differ, nobody can tell whose it was.
void carryBack(std::vector<Viewport>& views, const Viewport& lead, const Grid& grid) {
    std::vector<Viewport*> same;
    for (Viewport& view : views)
        if (view.kind == Viewport::Kind::Plane &&
            (view.plane == lead.plane || (isNative(view.plane, grid) && isNative(lead.plane, grid))))
            same.push_back(&view);
    const bool isOneSlab =
        std::ranges::all_of(same, [&](const Viewport* view) { return view->slab == same.front()->slab; });
    for (Viewport* view : same) {
        view->view = lead.view;
        if (isOneSlab) view->slab = lead.slab;
    }
}

} // namespace

void showLeadAlone(AppState& s) {
    Screen& screen = s.screen;
    const Viewport lead = screen.viewports.front();
    const bool areAsLeft = !screen.aside.empty() && screen.aside.front().reading == lead.reading;
    screen.viewports = areAsLeft ? screen.aside : viewsOf(screen.viewSet, lead.reading);
    screen.aside.clear();
    for (Viewport& view : screen.viewports)
        view.held = lead.held;
    screen.layout = layoutOf(screen.viewSet);
    screen.enlarged.reset();
    screen.active = kLead;
    if (screen.difference == Difference::Beside) screen.difference = Difference::None;
    if (const Reading* shown = select::shownIn(s, kLead)) {
        carryBack(screen.viewports, lead, shownVolume(*shown)->grid());
        standAlone(s, shown->id);
    }
    readAlong(s);
    forgetUnseen(s);
}

void on(AppState& s, const OpenSeries& a) {
    const SeriesInfo* series = select::findSeries(s, a.id);
    if (!select::viewport(s, a.viewport)) return;
    const Reading* wanted = select::wantedIn(s, a.viewport);
    if (series && wanted && wanted->series->id == a.id) return;
    showIn(s, a.viewport, series);
}

void on(AppState& s, const StepSeries& a) {
    const Reading* wanted = select::wantedIn(s, a.viewport);
    if (!wanted) return;
    std::vector<const SeriesInfo*> series = select::openableSeries(s);
    std::erase_if(series, [&](const SeriesInfo* each) {
        const Reading* open = select::readingOf(s, each->id);
        return open && open->id != wanted->id && select::isComparing(s) && select::viewportOf(s, open->id);
    });
    const auto it = std::find_if(series.begin(), series.end(),
                                 [&](const SeriesInfo* each) { return each->id == wanted->series->id; });
    if (it == series.end()) return;
    const auto to = (it - series.begin()) + a.by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(series.size()))
        showIn(s, a.viewport, series[static_cast<std::size_t>(to)]);
}

void on(AppState& s, const ShowBeside& a) {
    const SeriesInfo* series = select::findSeries(s, a.id);
    if (!series) return;
    const auto isSeen = [&] {
        const auto seen = select::readingsOnScreen(s);
        return std::any_of(seen.begin(), seen.end(),
                           [&](const Reading* reading) { return reading->series->id == a.id; });
    };
    if (series->use == SeriesUse::Listed) {
        s.notice = Notice{series->whyListed, false};
    } else if (!select::shownIn(s, kLead)) {
        s.notice = Notice{say("notice.nothing_open"), false};
    } else if (isSeen()) {
        s.notice = Notice{say("notice.open_already"), false};
    } else {
        putBeside(s);
        openIn(s, idAt(viewports(s).size() - 1), *series);
    }
}

void on(AppState& s, const ToggleBeside&) {
    if (select::isComparing(s)) return showLeadAlone(s);
    if (!select::shownIn(s, kLead)) return;
    if (const SeriesInfo* beside = select::suggestedBeside(s)) return on(s, ShowBeside{beside->id});
    s.notice = Notice{say("notice.no_other"), false};
}

void on(AppState& s, const CloseViewport& a) {
    if (select::isComparing(s) && select::viewport(s, a.viewport)) remove(s, a.viewport);
    forgetUnseen(s);
}

void on(AppState& s, const ShowLeadAlone&) {
    if (select::isComparing(s) || select::areHalvesBeside(s)) showLeadAlone(s);
}

void on(AppState& s, const ToggleHalvesBeside&) {
    if (select::areHalvesBeside(s)) return showLeadAlone(s);
    const Reading* lead = select::shownIn(s, kLead);
    if (!lead) return;
    if (!isWhole(*lead) || !lead->middle) {
        s.notice = Notice{say("notice.no_middle"), false};
        return;
    }
    if (select::isComparing(s)) showLeadAlone(s);
    Screen& screen = s.screen;
    const ViewportId meant = select::scrolledViewport(s);
    Viewport plain = *select::viewport(s, meant);
    plain.view = select::viewIn(s, meant);
    plain.ownWindow.reset();
    plain.tile.reset();
    plain.isApart = false;
    Viewport other = plain;
    other.isOtherHalf = true;
    screen.aside = std::exchange(screen.viewports, {plain, other});
    screen.layout = layoutBeside(2);
    screen.enlarged.reset();
    screen.active = kLead;
    screen.isOtherHalf = false; // each of them stands on its own side now
}

void on(AppState& s, const ChooseViews& a) {
    Screen& screen = s.screen;
    const bool areOfOne = !select::isComparing(s) && !select::areHalvesBeside(s);
    if (areOfOne && screen.viewSet == a.set) return on(s, Enlarge{std::nullopt});
    screen.viewSet = a.set;
    screen.aside.clear();
    showLeadAlone(s);
}

void on(AppState& s, const Enlarge& a) {
    const Viewport* view = a.viewport ? select::viewport(s, *a.viewport) : nullptr;
    if (a.viewport && (!view || view->isApart)) return;
    s.screen.enlarged = a.viewport;
    if (a.viewport) s.screen.active = *a.viewport;
}

void on(AppState& s, const ToggleApart& a) {
    if (!select::canTakeApart(s, a.viewport)) return;
    Viewport& view = viewports(s)[static_cast<std::size_t>(a.viewport)];
    view.isApart = !view.isApart;
    if (s.screen.enlarged == a.viewport) s.screen.enlarged.reset();
    s.screen.active = a.viewport;
}

void on(AppState& s, const SwapReadings&) {
    const auto beside = select::besideViewport(s);
    if (!beside || !select::shownIn(s, kLead)) return;
    const auto next = [&](ViewportId id) {
        return idAt((static_cast<std::size_t>(id) + 1) % viewports(s).size());
    };
    on(s, Enlarge{s.screen.enlarged ? next(*s.screen.enlarged) : *beside});
}

void on(AppState& s, const Activate& a) {
    if (select::viewport(s, a.viewport)) s.screen.active = a.viewport;
}

} // namespace hemo
