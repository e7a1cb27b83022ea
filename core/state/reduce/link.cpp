#include "core/state/select/link.h"

#include "core/geometry/slice_level.h"
#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"
#include "core/study/same_patient.h"

#include <algorithm>

namespace hemo {

using namespace action;

namespace {

/// What the others are asked for. Where the crosshair lies in a gap, the slice that is shown there says the
/// level: what the user sees is what is asked for.
PatientPoint seenPlace(const Reading& reading) {
    const Grid& grid = reading.volume->grid();
    const PatientPoint place = reading.look->place;
    return missedLevel(grid, place) ? movedToSlice(grid, place, grid.nearestSlice(place)) : place;
}

void removeLink(AppState& s, const Reading& a, const Reading& b) {
    const auto spaces = select::spacesOf(*a.series, *b.series);
    std::erase_if(s.screen.links, [&](const Link& link) {
        return spaces == std::pair(link.a, link.b) || spaces == std::pair(link.b, link.a);
    });
}

void addLink(AppState& s, const Reading& a, const Reading& b, LinkKind kind, RigidTransform toB) {
    removeLink(s, a, b);
    const auto [spaceA, spaceB] = select::spacesOf(*a.series, *b.series);
    s.screen.links.push_back({spaceA, spaceB, kind, toB});
}

/// The files do not say how the two lie, both are heads of one patient as far as they tell, and nobody has
/// linked them yet.
bool wantsRegistration(const AppState& s, const Reading& lead, const Reading& own) {
    const auto areKnown = [](const SeriesInfo& series) {
        return series.areDirectionsKnown && series.areLengthsKnown;
    };
    return isWhole(lead) && isWhole(own) && own.registration.onto != lead.id && areKnown(*lead.series) &&
           areKnown(*own.series) && patientMatch(*lead.series, *own.series) != PatientMatch::Other &&
           !select::sharesFrame(*lead.series, *own.series) &&
           select::linkBetween(s, lead, own).kind == LinkKind::None;
}

} // namespace

void registerWhatStandsBeside(AppState& s) {
    const Reading* lead = select::shownIn(s, kLead);
    const ReadingId leadId = lead ? lead->id : ReadingId::None;
    for (const Reading* own : select::readingsOnScreen(s)) {
        const Registration& registration = own->registration;
        const bool isOfOther = registration.job.isRunning && registration.onto != leadId;
        const bool isWanted = lead && own != lead && wantsRegistration(s, *lead, *own);
        if (!isOfOther && !isWanted) continue;
        change(s, own->id, [&](Reading& reading) {
            Registration next;
            next.job = reading.registration.job;
            if (isWanted) {
                next.onto = leadId;
                start(next.job, say("stage.heads"));
            } else {
                stop(next.job);
            }
            reading.registration = next;
        });
    }
}

void on(AppState& s, const HeadsRegistered& a) {
    const Reading* own = select::reading(s, a.reading);
    if (!own || !isCurrent(own->registration.job, a.job)) return;
    change(s, a.reading, [&](Reading& reading) {
        stop(reading.registration.job);
        reading.registration.isDone = true;
        reading.registration.fromOther = a.fromOther;
        reading.registration.likeness = a.likeness;
    });
    own = select::reading(s, a.reading);
    const Reading* lead = select::reading(s, own->registration.onto);
    if (!lead || !fits(own->registration) || select::linkBetween(s, *lead, *own).kind != LinkKind::None)
        return;
    const ReadingId leadId = lead->id;
    addLink(s, *lead, *own, LinkKind::Registered, a.fromOther);
    bringAlong(s, leadId);
}

void on(AppState& s, const RegistrationFailed& a) {
    change(s, a.reading, [&](Reading& reading) {
        if (isCurrent(reading.registration.job, a.job)) giveUp(reading.registration.job);
    });
}

void bringAlong(AppState& s, ReadingId leader) {
    const Reading* from = select::reading(s, leader);
    if (!from || !isWhole(*from)) return;
    const PatientPoint seen = seenPlace(*from);
    for (const Reading* other : select::readingsOnScreen(s)) {
        if (other->id == leader) continue;
        const select::Linked link = select::linkBetween(s, *from, *other);
        if (link.kind == LinkKind::None) continue;
        change(s, other->id, [&](Reading& reading) {
            reading.look->place = link.toB.apply(seen);
            reading.look->isLed = true;
        });
    }
}

void moveTo(AppState& s, ReadingId id, PatientPoint place) {
    change(s, id, [&](Reading& reading) {
        reading.look->place = heldInside(shownVolume(reading)->grid(), place);
        reading.look->isLed = false;
    });
    bringAlong(s, id);
}

void standAlone(AppState& s, ReadingId id) {
    change(s, id, [](Reading& reading) {
        if (!reading.look) return;
        reading.look->isLed = reading.look->isPlaced = false;
        if (const VolumePtr& volume = shownVolume(reading))
            reading.look->place = heldInside(volume->grid(), reading.look->place);
    });
}

void on(AppState& s, const ToggleLink& a) {
    const auto pair = select::linkablePair(s, a.viewport);
    if (!pair) return;
    const auto& [lead, own] = *pair;
    const ReadingId leadId = lead->id, ownId = own->id;
    switch (select::linkBetween(s, *lead, *own).kind) {
    case LinkKind::SharedFrame:
        addLink(s, *lead, *own, LinkKind::None, {});
        standAlone(s, leadId);
        return standAlone(s, ownId);
    case LinkKind::ByHand:
        if (const Registration& known = own->registration; known.onto == leadId && fits(known))
            addLink(s, *lead, *own, LinkKind::Registered, known.fromOther);
        else
            removeLink(s, *lead, *own);
        standAlone(s, leadId);
        standAlone(s, ownId);
        return bringAlong(s, leadId);
    case LinkKind::Registered:
        removeLink(s, *lead, *own);
        standAlone(s, leadId);
        return standAlone(s, ownId);
    case LinkKind::None:
        addLink(s, *lead, *own, LinkKind::ByHand, {{}, select::offsetByHand(*lead, *own)});
        return bringAlong(s, leadId);
    }
}

} // namespace hemo
