#include "core/state/select/screen.h"

#include "core/image/shown_hu.h"

#include <algorithm>
#include <cmath>

namespace hemo::select {
namespace {

ViewportId idAt(std::size_t n) {
    return ViewportId{static_cast<int>(n)};
}

bool showsSlices(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, id);
    return view && view->kind == Viewport::Kind::Plane;
}

/// The same plane of the same reading, in another window, at another slice of a film or with the halves of
/// the head exchanged.
bool isTwinOfLead(const AppState& state, ViewportId id) {
    const Viewport *view = viewport(state, id), *lead = viewport(state, kLead);
    return view && lead && id != kLead && (view->ownWindow || view->tile || view->isOtherHalf) &&
           view->reading == lead->reading && view->plane == lead->plane;
}

} // namespace

const Reading* reading(const AppState& state, ReadingId id) {
    const auto it = state.readings.find(id);
    return it == state.readings.end() ? nullptr : it->second.get();
}

const Reading* readingOf(const AppState& state, const std::string& seriesId) {
    for (const auto& [id, reading] : state.readings)
        if (reading->series->id == seriesId) return reading.get();
    return nullptr;
}

const Viewport* viewport(const AppState& state, ViewportId id) {
    const auto n = static_cast<std::size_t>(id);
    return n < state.screen.viewports.size() ? &state.screen.viewports[n] : nullptr;
}

const Reading* wantedIn(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, id);
    return view ? reading(state, view->reading) : nullptr;
}

const Reading* shownIn(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, id);
    if (!view) return nullptr;
    for (const ReadingId each : {view->reading, view->held})
        if (const Reading* r = reading(state, each); r && shownVolume(*r)) return r;
    return nullptr;
}

const Reading* activeReading(const AppState& state) {
    return shownIn(state, state.screen.active);
}

std::vector<const Reading*> readingsOnScreen(const AppState& state) {
    std::vector<const Reading*> seen;
    for (const Viewport& view : state.screen.viewports)
        for (const ReadingId id : {view.reading, view.held})
            if (const Reading* r = reading(state, id);
                r && std::find(seen.begin(), seen.end(), r) == seen.end())
                seen.push_back(r);
    return seen;
}

bool isNamed(const AppState& state, ReadingId id) {
    return std::ranges::any_of(state.screen.viewports,
                               [&](const Viewport& view) { return view.reading == id || view.held == id; });
}

bool isReadAheadAlone(const AppState& state, const Reading& reading) {
    return reading.isReadAhead && !isNamed(state, reading.id);
}

bool isComparing(const AppState& state) {
    const auto& views = state.screen.viewports;
    return std::any_of(views.begin(), views.end(),
                       [&](const Viewport& view) { return view.reading != views.front().reading; });
}

bool areHalvesBeside(const AppState& state) {
    return std::ranges::any_of(state.screen.viewports, &Viewport::isOtherHalf);
}

std::optional<ViewportId> besideViewport(const AppState& state) {
    const auto isBeside = [&](ViewportId id) {
        const Viewport* view = viewport(state, id);
        return view && view->reading != state.screen.viewports.front().reading;
    };
    if (isBeside(state.screen.active)) return state.screen.active;
    for (std::size_t n = 0; n < state.screen.viewports.size(); ++n)
        if (isBeside(idAt(n))) return idAt(n);
    return std::nullopt;
}

std::optional<ViewportId> viewportOf(const AppState& state, ReadingId id) {
    for (std::size_t n = 0; n < state.screen.viewports.size(); ++n) {
        const Reading* shown = shownIn(state, idAt(n));
        if (shown && shown->id == id) return idAt(n);
    }
    return std::nullopt;
}

ViewportId scrolledViewport(const AppState& state) {
    const Screen& screen = state.screen;
    const Viewport* active = viewport(state, screen.active);
    const bool isApart = active && active->isApart;
    if (screen.enlarged && !isApart && showsSlices(state, *screen.enlarged)) return *screen.enlarged;
    if (showsSlices(state, screen.active)) return screen.active;
    for (std::size_t n = 0; n < screen.viewports.size(); ++n)
        if (showsSlices(state, idAt(n))) return idAt(n);
    return kLead;
}

SliceSteps stepsIn(const AppState& state, ViewportId id) {
    const Reading* shown = shownIn(state, id);
    if (!shown) return {};
    return stepsOf(viewport(state, id)->plane, shownVolume(*shown)->grid(), shown->look->place);
}

std::optional<PatientPoint> placeIn(const AppState& state, ViewportId id) {
    const Reading* shown = shownIn(state, id);
    if (!shown) return std::nullopt;
    const PatientPoint place = shown->look->place;
    const Viewport& view = *viewport(state, id);
    if (!view.tile || view.isApart || state.screen.enlarged == id) return place;
    const Grid& grid = shownVolume(*shown)->grid();
    const SliceSteps steps = stepsIn(state, id);
    const bool isUpwards = upwardStep(view.plane, grid) > 0;
    const auto fromTop = [&](int step) { return isUpwards ? steps.count - 1 - step : step; }; // and back
    const int page = fromTop(steps.index) / view.tile->count;
    const int wanted = page * view.tile->count + view.tile->index;
    if (wanted >= steps.count) return std::nullopt;
    if (fromTop(wanted) == steps.index) return place;
    return placeAtStep(view.plane, grid, place, fromTop(wanted));
}

std::vector<PlaneOfView> planesAcross(const AppState& state, ViewportId id) {
    constexpr double kParallel = 0.9999; // within a degree
    const Reading* shown = shownIn(state, id);
    if (!shown || !showsSlices(state, id)) return {};
    const Grid& grid = shownVolume(*shown)->grid();
    const auto normalOf = [&](const ReadingPlane& plane) {
        const ViewFrame frame = frameOf(plane, grid);
        return cross(frame.right, frame.down);
    };
    const Vec3 own = normalOf(viewport(state, id)->plane);
    std::vector<PlaneOfView> across;
    for (std::size_t n = 0; n < state.screen.viewports.size(); ++n) {
        const Viewport& view = state.screen.viewports[n];
        if (showsSlices(state, idAt(n)) && shownIn(state, idAt(n)) == shown &&
            std::abs(dot(normalOf(view.plane), own)) < kParallel)
            across.push_back({idAt(n), view.plane});
    }
    return across;
}

std::optional<ViewportId> volumeViewport(const AppState& state) {
    const auto& views = state.screen.viewports;
    const auto it = std::ranges::find(views, Viewport::Kind::Volume, &Viewport::kind);
    if (it == views.end()) return std::nullopt;
    return idAt(static_cast<std::size_t>(it - views.begin()));
}

std::optional<CutPlane> cutIn(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, id);
    const Reading* shown = shownIn(state, id);
    if (!view || !view->isCut || !shown) return std::nullopt;
    ReadingPlane plane = ReadingPlane::native();
    for (std::size_t n = state.screen.viewports.size(); n-- > 0;)
        if (showsSlices(state, idAt(n)) && shownIn(state, idAt(n)) == shown)
            plane = state.screen.viewports[n].plane;
    return CutPlane{shown->look->place, upAcross(plane, shownVolume(*shown)->grid())};
}

std::vector<CutPlane> cutsIn(const AppState& state, ViewportId id) {
    std::vector<CutPlane> cuts;
    if (const auto cut = cutIn(state, id)) cuts.push_back(*cut);
    if (const Viewport* view = viewport(state, id); view && view->box)
        for (const CutPlane& side : cutsOf(*view->box))
            cuts.push_back(side);
    return cuts;
}

bool isLinedUp(const AppState& state, ViewportId id) {
    const Viewport *view = viewport(state, id), *lead = viewport(state, kLead);
    const auto isOfSlices = [](const Viewport* v) {
        return v && v->kind == Viewport::Kind::Plane && v->plane.kind == ReadingPlane::Kind::Native;
    };
    return id != kLead && isOfSlices(view) && isOfSlices(lead) && view->reading != lead->reading;
}

ViewportId zoomedViewport(const AppState& state, ViewportId id) {
    return isLinedUp(state, id) || isTwinOfLead(state, id) ? kLead : id;
}

bool shareSlab(const AppState& state, ViewportId a, ViewportId b) {
    if (a == b || isComparing(state) || areHalvesBeside(state)) return true;
    const Viewport *one = viewport(state, a), *other = viewport(state, b);
    return one && other && one->tile && other->tile; // brain and bone may differ
}

ViewState viewIn(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, zoomedViewport(state, id));
    return view ? view->view : ViewState{};
}

WindowLevel windowIn(const AppState& state, ViewportId id) {
    return viewport(state, id)->ownWindow.value_or(shownIn(state, id)->look->window);
}

std::vector<Cell> seenCells(const AppState& state) {
    const Screen& screen = state.screen;
    const Reading* lead = shownIn(state, kLead);
    const bool isOneSlice = lead && !isComparing(state) && !areHalvesBeside(state) && isWhole(*lead) &&
                            lead->volume->grid().slices() == 1;
    if (screen.enlarged) return {{*screen.enlarged, 0, 0}};
    if (isOneSlice && !screen.viewports.front().isApart) return {{kLead, 0, 0}};
    std::vector<ViewportId> inWindow;
    for (std::size_t n = 0; n < screen.viewports.size(); ++n)
        if (!screen.viewports[n].isApart) inWindow.push_back(idAt(n));
    const bool areAll = inWindow.size() == screen.viewports.size();
    const Layout layout = areAll ? screen.layout : layoutOfRest(screen.layout, int(inWindow.size()));
    std::vector<Cell> cells = cellsOf(layout, inWindow.size());
    for (Cell& cell : cells)
        cell.viewport = inWindow[static_cast<std::size_t>(cell.viewport)];
    return cells;
}

bool canTakeApart(const AppState& state, ViewportId id) {
    const Viewport* view = viewport(state, id);
    if (!view || !shownIn(state, id)) return false;
    return view->isApart || std::ranges::count(state.screen.viewports, false, &Viewport::isApart) > 1;
}

bool isListShown(const AppState& state) {
    return !state.preferences.arePanelsFolded && !state.screen.isListFolded;
}

bool canScroll(const AppState& state) {
    return shownIn(state, scrolledViewport(state)) != nullptr;
}

bool canCompare(const AppState& state) {
    return isComparing(state) || shownIn(state, kLead); // where there is nothing, it is said what to do
}

bool isHeatOn(const Screen& screen) {
    return screen.isHeatShown != screen.isPeeking;
}

std::optional<HoverValue> hoverValue(const AppState& state) {
    const auto& hover = state.screen.hover;
    const Reading* shown = hover ? shownIn(state, hover->viewport) : nullptr;
    if (!shown) return std::nullopt;
    const Reading* lead = shownIn(state, kLead);
    const VolumePtr& native = shownVolume(*shown);
    const Viewport& view = *viewport(state, hover->viewport);
    const ViewFrame frame = frameOf(view.plane, native->grid());
    const auto hu = shownHu(native, shownRegular(*shown), hover->place, view.slab,
                            cross(frame.right, frame.down), isNative(view.plane, native->grid()));
    return HoverValue{hover->place, hu, sidesOf(*shown->series), lengthsOf(*shown->series),
                      lead && lead->id != shown->id};
}

} // namespace hemo::select
