#include "core/state/select/link.h"

#include "core/geometry/slice_level.h"
#include "core/state/reduce/parts.h"
#include "core/state/select/screen.h"

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
    const auto [spaceA, spaceB] = select::spacesOf(*a.series, *b.series);
    std::erase_if(s.screen.links, [&](const Link& link) {
        return (link.a == spaceA && link.b == spaceB) || (link.a == spaceB && link.b == spaceA);
    });
}

void addLink(AppState& s, const Reading& a, const Reading& b, LinkKind kind, RigidTransform toB) {
    removeLink(s, a, b);
    const auto [spaceA, spaceB] = select::spacesOf(*a.series, *b.series);
    s.screen.links.push_back({spaceA, spaceB, kind, toB});
}

} // namespace

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
    case LinkKind::Registered:
        removeLink(s, *lead, *own);
        standAlone(s, leadId);
        standAlone(s, ownId);
        return bringAlong(s, leadId);
    case LinkKind::None:
        addLink(s, *lead, *own, LinkKind::ByHand, {{}, select::offsetByHand(*lead, *own)});
        return bringAlong(s, leadId);
    }
}

} // namespace hemo
