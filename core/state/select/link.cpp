#include "core/state/select/link.h"

#include "core/state/select/screen.h"
#include "core/study/same_patient.h"

namespace hemo::select {

bool sharesFrame(const SeriesInfo& a, const SeriesInfo& b) {
    return !a.frameOfReferenceUid.empty() && a.frameOfReferenceUid == b.frameOfReferenceUid &&
           a.areDirectionsKnown && b.areDirectionsKnown && a.areLengthsKnown && b.areLengthsKnown &&
           patientMatch(a, b) != PatientMatch::Other;
}

std::pair<std::string, std::string> spacesOf(const SeriesInfo& a, const SeriesInfo& b) {
    const std::string &frameA = a.frameOfReferenceUid, &frameB = b.frameOfReferenceUid;
    if (!frameA.empty() && !frameB.empty() && frameA != frameB) return {frameA, frameB};
    return {"series " + a.id, "series " + b.id};
}

Linked linkBetween(const AppState& state, const Reading& a, const Reading& b) {
    if (!isWhole(a) || !isWhole(b)) return {};
    const auto [spaceA, spaceB] = spacesOf(*a.series, *b.series);
    for (const Link& link : state.screen.links) {
        if (link.a == spaceA && link.b == spaceB) return {link.kind, link.toB};
        if (link.a == spaceB && link.b == spaceA) return {link.kind, link.toB.inverse()};
    }
    return {sharesFrame(*a.series, *b.series) ? LinkKind::SharedFrame : LinkKind::None, {}};
}

bool areHeldApart(const AppState& state, const Reading& a, const Reading& b) {
    return linkBetween(state, a, b).kind == LinkKind::None && isWhole(a) && isWhole(b) &&
           sharesFrame(*a.series, *b.series);
}

Vec3 offsetByHand(const Reading& a, const Reading& b) {
    if (a.look->isPlaced && b.look->isPlaced) return b.look->place - a.look->place;
    const Grid &gridA = a.volume->grid(), &gridB = b.volume->grid();
    return middleOfSlice(gridB, gridB.nearestSlice(b.look->place)) -
           middleOfSlice(gridA, gridA.nearestSlice(a.look->place));
}

std::optional<std::pair<const Reading*, const Reading*>> linkablePair(const AppState& state, ViewportId id) {
    const Reading *lead = wantedIn(state, kLead), *own = wantedIn(state, id);
    if (own == lead) {
        const auto beside = besideViewport(state);
        own = beside ? wantedIn(state, *beside) : nullptr;
    }
    if (!lead || !own || !isWhole(*lead) || !isWhole(*own)) return std::nullopt;
    return std::pair(lead, own);
}

bool canLink(const AppState& state) {
    return linkablePair(state, state.screen.active).has_value();
}

std::optional<LinedUp> linedUp(const AppState& state, ViewportId id) {
    const Reading *lead = shownIn(state, kLead), *own = shownIn(state, id);
    if (!isLinedUp(state, id) || !own) return std::nullopt;
    if (!lead) return LinedUp{nullptr, viewIn(state, id), own->look->place, false};
    LinedUp result{shownVolume(*lead), viewIn(state, id), lead->look->place, false};
    if (const Linked link = linkBetween(state, *own, *lead); link.kind != LinkKind::None) {
        result.placeInLead = link.toB.apply(own->look->place);
        result.isLinked = true;
    }
    return result;
}

PicturePlane linedUpPlane(const LinedUp& with, const Grid& own, PatientPoint place, int width, int height) {
    const Grid& lead = with.lead ? with.lead->grid() : own;
    const ReadingPlane native = ReadingPlane::native();
    const PicturePlane beside = pictureOf(native, lead, with.placeInLead, with.view, width, height);
    const ViewFrame frame = turned(frameOf(native, own), with.view);
    const PatientPoint middle = middleOfSlice(own, own.nearestSlice(place));
    const Vec3 normal = cross(frame.right, frame.down);

    PatientPoint held = middle;
    PicturePoint spot = beside.toPicture(middleOfSlice(lead, lead.nearestSlice(with.placeInLead)));
    if (with.isLinked) {
        held = place + normal * dot(middle - place, normal);
        spot = beside.toPicture(with.placeInLead);
    }
    PicturePlane plane{{}, frame.right, frame.down, beside.mmPerPixel, width, height};
    plane.topLeft =
        held - frame.right * (spot.x * plane.mmPerPixel) - frame.down * (spot.y * plane.mmPerPixel);
    return plane;
}

} // namespace hemo::select
