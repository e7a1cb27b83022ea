#include "core/state/reduce/parts.h"
#include "core/state/select/difference.h"
#include "core/state/select/review.h"
#include "core/state/select/screen.h"

#include <algorithm>
#include <cmath>

namespace hemo {

using namespace action;

namespace {

Viewport* viewport(AppState& s, ViewportId id) {
    const auto n = static_cast<std::size_t>(id);
    return n < s.screen.viewports.size() ? &s.screen.viewports[n] : nullptr;
}

/// What is compared is compared in one window: a change reaches all readings that are seen.
template <class Change> void changeLooks(AppState& s, Change changeLook) {
    for (const Reading* seen : select::readingsOnScreen(s))
        change(s, seen->id, [&](Reading& reading) {
            if (reading.look) changeLook(*reading.look);
        });
}

void setWindow(AppState& s, ViewportId id, WindowLevel window, std::optional<int> presetKey) {
    if (Viewport* view = viewport(s, id); view->ownWindow) {
        view->ownWindow = window;
        return;
    }
    changeLooks(s, [&](Look& look) {
        look.window = window;
        look.presetKey = presetKey;
    });
}

} // namespace

void straighten(AppState& s) {
    const std::vector<Viewport> straight = viewsOf(s.screen.viewSet, ReadingId::None);
    for (std::size_t n = 0; n < s.screen.viewports.size(); ++n) {
        ReadingPlane& plane = s.screen.viewports[n].plane;
        if (plane.kind != ReadingPlane::Kind::Oblique) continue;
        if (select::areHalvesBeside(s)) // of whichever view
            plane = ReadingPlane::along(leanOf(plane.frame).axis);
        else
            plane = n < straight.size() ? straight[n].plane : ReadingPlane::native();
    }
}

void on(AppState& s, const SetWindow& a) {
    if (!select::shownIn(s, a.viewport)) return;
    setWindow(s, a.viewport,
              {std::clamp(a.window.centre, -32000.0, 32000.0), std::clamp(a.window.width, 1.0, 65535.0)}, {});
}
void on(AppState& s, const ChoosePreset& a) {
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!shown) return;
    if (a.key == 0) {
        if (shown->series->fileWindow) return setWindow(s, a.viewport, *shown->series->fileWindow, 0);
        s.notice = Notice{say("notice.no_own_window"), false};
        return;
    }
    const auto& presets = s.preferences.presets;
    const auto it = std::find_if(presets.begin(), presets.end(),
                                 [&](const WindowPreset& preset) { return preset.key == a.key; });
    if (it != presets.end()) setWindow(s, a.viewport, it->window, a.key);
}
void on(AppState& s, const ToggleInverted& a) {
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!shown) return;
    changeLooks(s, [isInverted = !shown->look->isInverted](Look& look) { look.isInverted = isInverted; });
}
void on(AppState& s, const SetView& a) {
    if (Viewport* zoomed = viewport(s, select::zoomedViewport(s, a.viewport)))
        zoomed->view = withinLimits(a.view);
}
void on(AppState& s, const SetSlab& a) {
    if (!viewport(s, a.viewport)) return;
    const Slab slab{a.slab.kind, std::clamp(a.slab.thicknessMm, 0.0, kMostSlabMm)};
    for (std::size_t n = 0; n < s.screen.viewports.size(); ++n)
        if (select::shareSlab(s, a.viewport, ViewportId{static_cast<int>(n)}))
            s.screen.viewports[n].slab = slab;
}
void on(AppState& s, const FitViews&) {
    for (Viewport& view : s.screen.viewports)
        view.view = {1, 0, 0, view.view.quarterTurns, view.view.isMirrored};
}
void on(AppState& s, const TurnPlanes& a) {
    for (const PlaneOfView& turned : a.planes)
        if (Viewport* view = viewport(s, turned.viewport); view && view->kind == Viewport::Kind::Plane)
            view->plane = turned.plane;
}
void on(AppState& s, const LayAlongHead&) {
    const Reading* active = select::activeReading(s);
    if (!active) return;
    if (!active->canthomeatal) {
        const bool isSought = active->middleJob.isRunning || !isWhole(*active);
        s.notice = Notice{isSought ? say("notice.canthomeatal_later") : say("notice.no_canthomeatal"), false};
        return;
    }
    const Grid& grid = shownVolume(*active)->grid();
    for (Viewport& view : s.screen.viewports)
        if (view.kind == Viewport::Kind::Plane && !view.tile && view.reading == active->id)
            view.plane = laidAlong(leanOf(frameOf(view.plane, grid)).axis, active->canthomeatal->up);
}
void on(AppState& s, const StraightenPlanes&) {
    straighten(s);
}
void on(AppState& s, const ResetViews&) {
    for (const Reading* seen : select::readingsOnScreen(s))
        change(s, seen->id, [&](Reading& reading) {
            if (const VolumePtr& volume = shownVolume(reading))
                reading.look =
                    lookFromTheStart(volume->grid(), reading.series->fileWindow, s.preferences.presets);
        });
    for (Viewport& view : s.screen.viewports) {
        view.view = {};
        if (view.ownWindow) view.ownWindow = kBoneWindow;
        view.slab = {};
        view.camera = {};
        view.isCut = false;
        view.box.reset();
    }
    straighten(s);
    if (const Reading* lead = select::shownIn(s, kLead)) bringAlong(s, lead->id);
}
void on(AppState& s, const ChooseTool& a) {
    if (a.tool == Tool::OwnFinding)
        if (Message why = select::whyNoOwnFinding(s); !why.empty()) {
            s.notice = Notice{std::move(why), false};
            return;
        }
    s.screen.tool = a.tool;
    s.screen.draft.reset(); // another tool does not finish what the last one began
}
void on(AppState& s, const ToggleCrosshair&) {
    s.screen.isCrosshairShown = !s.screen.isCrosshairShown;
}
void on(AppState& s, const ToggleOtherHalf&) {
    const Reading* active = select::activeReading(s);
    if (!s.screen.isOtherHalf && active && !active->middle) {
        s.notice = Notice{say("notice.no_middle"), false};
        return;
    }
    s.screen.isOtherHalf = !s.screen.isOtherHalf;
    s.screen.difference = Difference::None;
}
void on(AppState& s, const ShowDifference& a) {
    Screen& screen = s.screen;
    if (screen.difference == a.difference) {
        screen.difference = Difference::None;
        return;
    }
    if (const Message why = select::whyNoDifference(s, a.difference); !why.empty()) {
        s.notice = Notice{why, false};
        return;
    }
    screen.difference = a.difference;
    screen.isOtherHalf = false; // what would be taken off what?
}
void on(AppState& s, const ToggleValueAtCursor&) {
    s.screen.isValueAtCursor = !s.screen.isValueAtCursor;
}
void on(AppState& s, const ToggleCut& a) {
    if (Viewport* view = viewport(s, a.viewport)) view->isCut = !view->isCut;
}
void on(AppState& s, const ToggleBox& a) {
    Viewport* view = viewport(s, a.viewport);
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!view) return;
    if (view->box || !shown || !shownVolume(*shown))
        view->box.reset();
    else
        view->box = boxRound(shownVolume(*shown)->grid());
}
void on(AppState& s, const SetBox& a) {
    if (Viewport* view = viewport(s, a.viewport); view && view->box) view->box = a.box;
}
void on(AppState& s, const SetCamera& a) {
    if (Viewport* view = viewport(s, a.viewport))
        view->camera = {std::remainder(a.camera.azimuthDegrees, 360.0),
                        std::clamp(a.camera.elevationDegrees, -89.0, 89.0),
                        std::clamp(a.camera.zoom, 0.3, 10.0)};
}
void on(AppState& s, const SetVolumeTurning& a) {
    if (Viewport* view = viewport(s, a.viewport)) view->isTurning = a.isTurning;
}
void on(AppState& s, const ChooseVolumePreset& a) {
    if (Viewport* view = viewport(s, a.viewport)) view->volumePreset = a.preset;
}
void on(AppState& s, const HoverAt& a) {
    s.screen.hover = a.hover;
}

} // namespace hemo
