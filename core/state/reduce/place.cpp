#include "core/geometry/slice_level.h"
#include "core/state/reduce/parts.h"
#include "core/state/select/answers.h"
#include "core/state/select/link.h"
#include "core/state/select/review.h"
#include "core/state/select/screen.h"

#include <algorithm>
#include <numeric>

namespace hemo {

using namespace action;

namespace {

/// From head to feet, as the strip shows them.
std::vector<int> downwards(std::vector<int> slices, const Grid& grid) {
    if (upwardStep(ReadingPlane::native(), grid) > 0) std::reverse(slices.begin(), slices.end());
    return slices;
}

/// Whether any reading that is seen moves along with this one.
bool isLinked(const AppState& s, const Reading& reading) {
    const auto seen = select::readingsOnScreen(s);
    return std::any_of(seen.begin(), seen.end(), [&](const Reading* other) {
        return other->id != reading.id && select::linkBetween(s, reading, *other).kind != LinkKind::None;
    });
}

/// The step that the user means: where the reading was led to a level at which it has no slice, the first
/// step leads onto the slice in that direction, not past it.
int wantedStep(const ReadingPlane& plane, const Reading& reading, int by) {
    const Grid& grid = shownVolume(reading)->grid();
    const PatientPoint place = reading.look->place;
    const int along = by * upwardStep(plane, grid);
    if (!isNative(plane, grid) || !missedHere(reading)) return stepsOf(plane, grid, place).index + along;
    return along > 0 ? sliceBeyond(grid, place, Along::Up) + along - 1
                     : sliceBeyond(grid, place, Along::Down) + along + 1;
}

} // namespace

void on(AppState& s, const MoveCrosshair& a) {
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!shown) return;
    const ReadingId id = shown->id;
    if (!isLinked(s, *shown)) change(s, id, [](Reading& reading) { reading.look->isPlaced = true; });
    moveTo(s, id, a.to);
}
void on(AppState& s, const GoToStep& a) {
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!shown) return;
    const ReadingPlane& plane = select::viewport(s, a.viewport)->plane;
    const Grid& grid = shownVolume(*shown)->grid();
    const int last = stepsOf(plane, grid, shown->look->place).count - 1;
    moveTo(s, shown->id, placeAtStep(plane, grid, shown->look->place, std::clamp(a.index, 0, last)));
}
void on(AppState& s, const StepSlice& a) {
    const Reading* shown = select::shownIn(s, a.viewport);
    if (!shown || a.by == 0) return;
    on(s, GoToStep{a.viewport, wantedStep(select::viewport(s, a.viewport)->plane, *shown, a.by)});
}
void on(AppState& s, const GoToSlice& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading || !shownVolume(*reading)) return;
    const Grid& grid = shownVolume(*reading)->grid();
    moveTo(s, reading->id,
           movedToSlice(grid, reading->look->place, std::clamp(a.slice, 0, grid.slices() - 1)));
}
void on(AppState& s, const GoToFinding& a) {
    const Reading* reading = select::reading(s, a.reading);
    const FindingsPtr findings = reading ? select::shownFindings(s, *reading) : nullptr;
    if (!findings || a.index < 0 || a.index >= static_cast<int>(findings->size())) return;
    const Finding& finding = (*findings)[static_cast<std::size_t>(a.index)];
    const Grid& grid = reading->volume->grid();
    moveTo(s, reading->id,
           finding.place ? *finding.place
                         : movedToSlice(grid, reading->look->place, finding.mostTellingSlice));
}
void on(AppState& s, const StepSuspicious& a) {
    const Reading* reading = select::reading(s, a.reading);
    if (!reading) return;
    std::vector<int> slices = select::suspiciousSlices(s, *reading);
    if (slices.empty()) return;
    slices = downwards(std::move(slices), reading->volume->grid());
    const auto depth = [&](int k) { return slices.front() < slices.back() ? k : -k; };
    const int here = depth(*currentSlice(*reading));
    int to = a.by > 0 ? slices.front() : slices.back();
    if (a.by > 0) {
        const auto it = std::find_if(slices.begin(), slices.end(), [&](int k) { return depth(k) > here; });
        if (it != slices.end()) to = *it;
    } else {
        const auto it = std::find_if(slices.rbegin(), slices.rend(), [&](int k) { return depth(k) < here; });
        if (it != slices.rend()) to = *it;
    }
    on(s, GoToSlice{reading->id, to});
}

namespace {

/// From head to feet; of one slice in their own order.
std::vector<int> findingsDownwards(const Findings& findings, const Grid& grid) {
    std::vector<int> order(findings.size());
    std::iota(order.begin(), order.end(), 0);
    const int down = -upwardStep(ReadingPlane::native(), grid);
    std::ranges::stable_sort(
        order, {}, [&](int n) { return down * findings[static_cast<std::size_t>(n)].mostTellingSlice; });
    return order;
}

bool isAt(const Reading& reading, const Finding& finding) {
    return finding.place ? reading.look->place == *finding.place
                         : currentSlice(reading) == finding.mostTellingSlice;
}

} // namespace

void on(AppState& s, const StepFinding& a) {
    const Reading* reading = select::reading(s, a.reading);
    const FindingsPtr findings = reading ? select::shownFindings(s, *reading) : nullptr;
    if (!findings || findings->empty()) return on(s, StepSuspicious{a.reading, a.by});
    const Grid& grid = reading->volume->grid();
    std::vector<int> order = findingsDownwards(*findings, grid);
    std::erase_if(order, [&](int n) { // what the reader does not believe is gone past
        return isRejected(select::shownReview(s, *reading), (*findings)[static_cast<std::size_t>(n)]);
    });
    if (order.empty()) {
        s.notice = Notice{say("notice.all_rejected"), false};
        return;
    }
    const auto count = static_cast<int>(order.size());
    const auto at = [&](int n) -> const Finding& {
        return (*findings)[static_cast<std::size_t>(order[static_cast<std::size_t>(n)])];
    };
    const int down = -upwardStep(ReadingPlane::native(), grid), here = down * *currentSlice(*reading);
    int next = a.by > 0 ? 0 : count - 1; // round the end
    for (int n = 0; n < count; ++n) {
        if (isAt(*reading, at(n))) {
            next = (n + (a.by > 0 ? 1 : count - 1)) % count;
            break;
        }
        const int depth = down * at(n).mostTellingSlice;
        if (a.by > 0 && depth > here) {
            next = n;
            break;
        }
        if (a.by < 0 && depth < here) next = n;
    }
    on(s, GoToFinding{a.reading, order[static_cast<std::size_t>(next)]});
}

void on(AppState& s, const TogglePlaying&) {
    s.screen.isPlaying = !s.screen.isPlaying && select::canScroll(s);
}
void on(AppState& s, const PlayOn&) {
    const ViewportId id = select::scrolledViewport(s);
    const SliceSteps steps = select::stepsIn(s, id);
    if (steps.count == 0) {
        s.screen.isPlaying = false;
        return;
    }
    on(s, GoToStep{id, (steps.index + 1) % steps.count});
}

} // namespace hemo
