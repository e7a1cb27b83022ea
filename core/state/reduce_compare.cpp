#include "core/state/reduce_compare.h"

#include "core/state/job_steps.h"
#include "core/state/select_compare.h"

#include <algorithm>
#include <vector>

namespace hemo {
namespace {

using namespace action;

/// The pane of the current series' own slices, which stands for both while comparing.
Pane nativePane(const AppState& s) {
    return static_cast<Pane>(nativeAxis(select::shownVolume(s)->grid()));
}

void beginComparison(AppState& s, const SeriesInfo& series) {
    Comparison next;
    next.load.number = s.comparison.load.number;
    next.byHand = s.comparison.byHand;
    next.wantedId = series.id;
    start(next.load, "Reading slices");
    s.comparison = std::move(next);
    s.enlarged.reset();
    s.notice.reset();
}

void endComparison(AppState& s) {
    Comparison none;
    none.load.number = s.comparison.load.number;
    none.byHand = s.comparison.byHand;
    if (select::isComparing(s)) s.enlarged.reset();
    s.comparison = std::move(none);
}

/// The prior's place follows the current crosshair. Where the crosshair lies in a gap, the slice that is
/// shown there says the level: what the reader sees is what the prior is asked for.
void followCurrent(AppState& s) {
    if (select::seriesLink(s) == SeriesLink::None) return;
    const Grid& grid = select::shownVolume(s)->grid();
    PatientPoint seen = s.crosshair;
    if (missedLevel(grid, seen)) seen = movedToSlice(grid, seen, grid.nearestSlice(seen));
    s.comparison.place = seen + select::linkOffset(s);
}

/// The prior was moved: the current series follows as far as it reaches.
void followPrior(AppState& s) {
    if (select::seriesLink(s) == SeriesLink::None) return;
    s.crosshair = heldInside(select::shownVolume(s)->grid(), select::placeInCurrent(s));
}

/// From here on each scrolls alone, from where it stands.
void standAlone(AppState& s) {
    Comparison& c = s.comparison;
    c.isCurrentPlaced = c.isPriorPlaced = false;
    if (c.prior) c.place = heldInside(c.prior->volume->grid(), c.place);
}

/// The listing still names what is beside, and means the same.
bool isStillListed(const AppState& s, const SeriesInfo& was) {
    const SeriesInfo* is = select::findSeries(s, was.id);
    return is && is->use == SeriesUse::Volume && is->studyInstanceUid == was.studyInstanceUid &&
           is->frameOfReferenceUid == was.frameOfReferenceUid && is->images.size() == was.images.size();
}

const SeriesInfo* inContents(const FolderContents* contents, const std::string& id) {
    if (!contents) return nullptr;
    for (const SeriesInfo& series : contents->series)
        if (series.id == id) return &series;
    return nullptr;
}

} // namespace

void on(AppState& s, const CompareWith& a) {
    const SeriesInfo* series = select::findSeries(s, a.id);
    const SeriesInfo* shown = select::shownSeries(s);
    if (!series || a.id == s.comparison.wantedId) return;
    if (series->use == SeriesUse::Listed) {
        s.notice = Notice{series->whyListed, false};
    } else if (!shown) {
        s.notice = Notice{"Open a series first, then put another one beside it.", false};
    } else if (a.id == shown->id || a.id == s.wantedSeriesId) {
        s.notice = Notice{"This series is open already: choose another one to compare it with.", false};
    } else {
        beginComparison(s, *series);
    }
}
void on(AppState& s, const ToggleComparison&) {
    if (select::isComparing(s)) return endComparison(s);
    if (!select::shownSeries(s)) return;
    if (const SeriesInfo* prior = select::suggestedPrior(s)) return on(s, CompareWith{prior->id});
    s.notice = Notice{"No other series of this patient is listed: open both folders at once, or choose a "
                      "series in the list with Ctrl and a click.",
                      false};
}
void on(AppState& s, const CloseComparison&) {
    endComparison(s);
}
void on(AppState& s, const StepPriorSeries& a) {
    const SeriesInfo* shown = select::shownSeries(s);
    if (!select::isComparing(s) || !shown || !s.contents) return;
    std::vector<std::string> ids;
    for (const SeriesInfo& series : s.contents->series)
        if (series.use == SeriesUse::Volume && series.id != shown->id && series.id != s.wantedSeriesId)
            ids.push_back(series.id);
    const auto it = std::find(ids.begin(), ids.end(), s.comparison.wantedId);
    if (it == ids.end()) return;
    const auto to = (it - ids.begin()) + a.by;
    if (to >= 0 && to < static_cast<std::ptrdiff_t>(ids.size()))
        on(s, CompareWith{ids[static_cast<std::size_t>(to)]});
}
void on(AppState& s, const PriorProgress& a) {
    progress(s.comparison.load, a.job, a.fraction, a.stage);
}
void on(AppState& s, const PriorPreview& a) {
    if (!isCurrent(s.comparison.load, a.job)) return;
    s.comparison.preview = a.volume;
    s.comparison.place = a.volume->grid().centre();
}
void on(AppState& s, const PriorLoaded& a) {
    Comparison& c = s.comparison;
    if (!isCurrent(c.load, a.job)) return;
    stop(c.load);
    c.preview = nullptr;
    c.prior = std::make_shared<const OpenSeries>(OpenSeries{a.info, a.volume, nullptr, {}});
    c.place = a.volume->grid().centre();
    followCurrent(s);
}
void on(AppState& s, const PriorFailed& a) {
    if (!isCurrent(s.comparison.load, a.job)) return;
    endComparison(s);
    complain(s, a.error);
}

void on(AppState& s, const MovePriorCrosshair& a) {
    const VolumePtr& volume = select::shownPrior(s);
    if (!volume) return;
    s.comparison.place = heldInside(volume->grid(), a.to);
    if (select::seriesLink(s) == SeriesLink::None) s.comparison.isPriorPlaced = true;
    followPrior(s);
}
void on(AppState& s, const StepPriorSlice& a) {
    const VolumePtr& volume = select::shownPrior(s);
    if (!volume || a.by == 0) return;
    const Grid& grid = volume->grid();
    int by = a.by * select::upwardStep(grid);
    int k = select::priorSteps(s).index;
    if (select::missedInPrior(s)) { // onto the first slice that way, and from there on
        k = sliceBeyond(grid, s.comparison.place, by > 0 ? Along::Up : Along::Down);
        by -= by > 0 ? 1 : -1;
    }
    on(s, GoToPriorSlice{std::clamp(k + by, 0, grid.slices() - 1)});
}
void on(AppState& s, const GoToPriorSlice& a) {
    const VolumePtr& volume = select::shownPrior(s);
    if (!volume || a.slice < 0 || a.slice >= volume->grid().slices()) return;
    s.comparison.place = movedToSlice(volume->grid(), s.comparison.place, a.slice);
    followPrior(s);
}

void on(AppState& s, const ToggleLink&) {
    if (!select::canLink(s)) return;
    Comparison& c = s.comparison;
    switch (select::seriesLink(s)) {
    case SeriesLink::SharedFrame:
        c.isHeldApart = true;
        return standAlone(s);
    case SeriesLink::ByHand:
        c.byHand.reset();
        standAlone(s);
        return followCurrent(s);
    case SeriesLink::None:
        c.byHand = select::unlinkedSpaces(s);
        c.byHand->offsetMm = select::offsetByHand(s);
        c.isHeldApart = false;
        return followCurrent(s);
    }
}

void on(AppState& s, const SwapCompared&) {
    if (!select::isComparing(s) || !select::shownVolume(s)) return;
    Comparison& c = s.comparison;
    c.isPriorInFront = !s.enlarged || !c.isPriorInFront;
    c.active = c.isPriorInFront ? ComparedSeries::Prior : ComparedSeries::Current;
    s.enlarged = nativePane(s);
}
void on(AppState& s, const EnlargePrior&) {
    if (!select::isComparing(s) || !select::shownVolume(s)) return;
    if (s.enlarged) {
        s.enlarged.reset();
        return;
    }
    s.comparison.isPriorInFront = true;
    s.comparison.active = ComparedSeries::Prior;
    s.enlarged = nativePane(s);
}
void on(AppState& s, const ActivateSeries& a) {
    if (select::isComparing(s)) s.comparison.active = a.role;
}

bool stepsBackOntoSlice(AppState& s, const Action& action) {
    const auto* step = std::get_if<StepSlice>(&action);
    if (!step || step->by == 0 || !select::missedInCurrent(s)) return false;
    const Grid& grid = select::shownVolume(s)->grid();
    if (step->axis != nativeAxis(grid)) return false;
    const PatientPoint level = select::placeInCurrent(s);
    const int by = step->by * select::upwardStep(grid);
    const int k = sliceBeyond(grid, level, by > 0 ? Along::Up : Along::Down);
    const int rest = by > 0 ? by - 1 : by + 1;
    s.crosshair = movedToSlice(grid, s.crosshair, std::clamp(k + rest, 0, grid.slices() - 1));
    followCurrent(s);
    return true;
}

ComparedBefore comparedBefore(const AppState& s) {
    if (!select::isComparing(s)) return {};
    const SeriesInfo* shown = select::shownSeries(s);
    return {s.crosshair, s.comparison.place, shown ? shown->id : std::string(), select::seriesLink(s),
            s.contents};
}

void keepComparison(AppState& s, const ComparedBefore& before, const Action& action) {
    if (!select::isComparing(s) || !before.contents) return;
    Comparison& c = s.comparison;
    if (s.contents != before.contents) {
        const SeriesInfo* was = c.prior ? &c.prior->info : inContents(before.contents.get(), c.wantedId);
        if (!was || !isStillListed(s, *was)) return endComparison(s);
    }
    const SeriesInfo* shown = select::shownSeries(s);
    const std::string shownId = shown ? shown->id : std::string();
    if (shownId == c.wantedId) return endComparison(s);
    if (shownId != before.shownId) {
        c.isHeldApart = false;
        standAlone(s);
    }
    if (!s.enlarged) c.isPriorInFront = false;
    if (s.enlarged && select::shownVolume(s)) s.enlarged = nativePane(s);

    const bool isLinkedAnew = select::seriesLink(s) != before.link || shownId != before.shownId;
    const bool hasPriorMoved = !(c.place == before.place);
    if (isLinkedAnew || (!(s.crosshair == before.crosshair) && !hasPriorMoved)) followCurrent(s);
    if (select::seriesLink(s) != SeriesLink::None) return;
    if (std::holds_alternative<MoveCrosshair>(action)) c.isCurrentPlaced = true;
    if (std::holds_alternative<ResetViews>(action) && c.prior) c.place = c.prior->volume->grid().centre();
}

} // namespace hemo
