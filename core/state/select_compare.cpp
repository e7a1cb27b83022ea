#include "core/state/select_compare.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace hemo::select {
namespace {

/// Both volumes whole, so that places in them may be matched.
bool areBothShown(const AppState& state) {
    return state.comparison.prior && !state.comparison.preview && shownVolume(state) && shownSeries(state);
}

bool holds(const HandLink& link, const HandLink& spaces) {
    return link.currentSpace == spaces.currentSpace && link.priorSpace == spaces.priorSpace;
}

PatientPoint middleOfSlice(const Grid& grid, int k) {
    return grid.toPatient({(grid.columns() - 1) / 2.0, (grid.rows() - 1) / 2.0, double(k)});
}

/// The smaller, the better.
auto suggestionRank(const SeriesInfo& candidate, const SeriesInfo& current) {
    const auto interval = earlierBy(candidate, current);
    const bool isSameStudy = candidate.studyInstanceUid == current.studyInstanceUid;
    const int when = isSameStudy ? 2 : interval && interval->isEarlier() ? 0 : 1;
    return std::tuple(patientMatch(candidate, current) == PatientMatch::Same ? 0 : 1, when,
                      interval ? std::abs(interval->days) : 1 << 20,
                      interval ? std::abs(interval->minutes.value_or(0)) : 0,
                      candidate.kernel == current.kernel ? 0 : 1);
}

} // namespace

bool isComparing(const AppState& state) {
    return !state.comparison.wantedId.empty();
}

ViewAxis leadingAxis(const AppState& state) {
    if (const VolumePtr& volume = shownVolume(state); volume && isComparing(state))
        return nativeAxis(volume->grid());
    return state.enlarged && *state.enlarged != Pane::Volume ? static_cast<ViewAxis>(*state.enlarged)
                                                             : ViewAxis::Axial;
}

const SeriesInfo* priorSeries(const AppState& state) {
    if (state.comparison.prior) return &state.comparison.prior->info;
    return isComparing(state) ? findSeries(state, state.comparison.wantedId) : nullptr;
}

const VolumePtr& shownPrior(const AppState& state) {
    static const VolumePtr none;
    if (state.comparison.preview) return state.comparison.preview;
    return state.comparison.prior ? state.comparison.prior->volume : none;
}

const SeriesInfo* suggestedPrior(const AppState& state) {
    const SeriesInfo* current = shownSeries(state);
    if (!current || !state.contents) return nullptr;
    const SeriesInfo* best = nullptr;
    for (const SeriesInfo& candidate : state.contents->series) {
        if (candidate.use != SeriesUse::Volume || candidate.id == current->id) continue;
        if (patientMatch(candidate, *current) == PatientMatch::Other) continue;
        if (!best || suggestionRank(candidate, *current) < suggestionRank(*best, *current)) best = &candidate;
    }
    return best;
}

HandLink unlinkedSpaces(const AppState& state) {
    const SeriesInfo &current = *shownSeries(state), &prior = *priorSeries(state);
    const std::string &a = current.frameOfReferenceUid, &b = prior.frameOfReferenceUid;
    if (!a.empty() && !b.empty() && a != b) return {a, b, {}};
    return {"series " + current.id, "series " + prior.id, {}};
}

bool sharesFrame(const AppState& state) {
    const SeriesInfo *current = shownSeries(state), *prior = priorSeries(state);
    return current && prior && !current->frameOfReferenceUid.empty() &&
           current->frameOfReferenceUid == prior->frameOfReferenceUid && current->areDirectionsKnown &&
           prior->areDirectionsKnown && current->areLengthsKnown && prior->areLengthsKnown &&
           patientMatch(*current, *prior) != PatientMatch::Other;
}

SeriesLink seriesLink(const AppState& state) {
    if (!areBothShown(state) || state.comparison.isHeldApart) return SeriesLink::None;
    const auto& byHand = state.comparison.byHand;
    if (byHand && holds(*byHand, unlinkedSpaces(state))) return SeriesLink::ByHand;
    return sharesFrame(state) ? SeriesLink::SharedFrame : SeriesLink::None;
}

Vec3 linkOffset(const AppState& state) {
    return seriesLink(state) == SeriesLink::ByHand ? state.comparison.byHand->offsetMm : Vec3{};
}

PatientPoint placeInCurrent(const AppState& state) {
    if (seriesLink(state) == SeriesLink::None) return state.crosshair;
    return state.comparison.place - linkOffset(state);
}

Vec3 offsetByHand(const AppState& state) {
    const Comparison& c = state.comparison;
    if (c.isCurrentPlaced && c.isPriorPlaced) return c.place - state.crosshair;
    const Grid &current = shownVolume(state)->grid(), &prior = shownPrior(state)->grid();
    return middleOfSlice(prior, prior.nearestSlice(c.place)) -
           middleOfSlice(current, current.nearestSlice(state.crosshair));
}

std::optional<MissedLevel> missedInCurrent(const AppState& state) {
    if (seriesLink(state) == SeriesLink::None) return std::nullopt;
    return missedLevel(shownVolume(state)->grid(), placeInCurrent(state));
}

std::optional<MissedLevel> missedInPrior(const AppState& state) {
    if (seriesLink(state) == SeriesLink::None) return std::nullopt;
    return missedLevel(shownPrior(state)->grid(), state.comparison.place);
}

SliceSteps priorSteps(const AppState& state) {
    const VolumePtr& volume = shownPrior(state);
    if (!volume) return {};
    return {volume->grid().nearestSlice(state.comparison.place), volume->grid().slices(), true};
}

LinedUp linedUp(const AppState& state) {
    const VolumePtr& current = shownVolume(state);
    if (!current) return {};
    return {current, state.views[static_cast<std::size_t>(nativeAxis(current->grid()))],
            placeInCurrent(state), seriesLink(state) != SeriesLink::None};
}

PicturePlane priorPlane(const LinedUp& with, const Grid& prior, PatientPoint place, int width, int height) {
    const Grid& current = with.current ? with.current->grid() : prior;
    const PicturePlane beside =
        hemo::viewPlane(current, nativeAxis(current), with.placeInCurrent, with.view.zoom,
                        with.view.panRightMm, with.view.panDownMm, width, height);
    const ViewFrame frame = viewFrame(prior, nativeAxis(prior));
    const PatientPoint middle = middleOfSlice(prior, prior.nearestSlice(place));
    const Vec3 normal = cross(frame.right, frame.down);

    PatientPoint held = middle;
    PicturePoint spot = beside.toPicture(middleOfSlice(current, current.nearestSlice(with.placeInCurrent)));
    if (with.isLinked) {
        held = place + normal * dot(middle - place, normal);
        spot = beside.toPicture(with.placeInCurrent);
    }
    PicturePlane plane{{}, frame.right, frame.down, beside.mmPerPixel, width, height};
    plane.topLeft =
        held - frame.right * (spot.x * plane.mmPerPixel) - frame.down * (spot.y * plane.mmPerPixel);
    return plane;
}

std::optional<double> planesDiffer(const AppState& state) {
    if (!areBothShown(state)) return std::nullopt;
    return planesDifferDegrees(shownVolume(state)->grid(), shownPrior(state)->grid());
}

bool canCompare(const AppState& state) {
    return isComparing(state) || (shownSeries(state) && state.contents && state.contents->series.size() > 1);
}

bool canLink(const AppState& state) {
    return areBothShown(state) && !state.preview;
}

} // namespace hemo::select
