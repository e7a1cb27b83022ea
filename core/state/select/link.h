#pragma once

#include "core/state/app_state.h"

#include <optional>
#include <utility>

/// Questions about readings that scroll together. Pure.
namespace hemo::select {

/// True where both lie in a frame of reference that may be trusted: of one patient, sides and lengths known.
bool sharesFrame(const SeriesInfo& a, const SeriesInfo& b);
/// The patient spaces between which a link holds that files do not tell of.
std::pair<std::string, std::string> spacesOf(const SeriesInfo& a, const SeriesInfo& b);

/// What makes two readings scroll together, and where places of the one lie in the other.
struct Linked {
    LinkKind kind = LinkKind::None;
    RigidTransform toB;
    bool operator==(const Linked&) const = default;
};
/// None before both are loaded.
Linked linkBetween(const AppState& state, const Reading& a, const Reading& b);
/// Both were asked to scroll alone although they share a frame.
bool areHeldApart(const AppState& state, const Reading& a, const Reading& b);
/// From places in `a` to places in `b` as a link by hand would keep them now: from crosshair to crosshair
/// where both were put, else from the middle of the one slice to the middle of the other. Both must be
/// loaded.
Vec3 offsetByHand(const Reading& a, const Reading& b);

/// The two readings that a link command for this viewport is about: the first one, and its own or, for the
/// first viewport, the one beside. None where there are not two that are loaded.
std::optional<std::pair<const Reading*, const Reading*>> linkablePair(const AppState& state, ViewportId id);
bool canLink(const AppState& state);

/// What the picture of a reading beside the first one is lined up with, as a value.
struct LinedUp {
    VolumePtr lead;
    ViewState view;
    PatientPoint placeInLead;
    bool isLinked = false;
    bool operator==(const LinedUp&) const = default;
};
/// None where the viewport has a view of its own.
std::optional<LinedUp> linedUp(const AppState& state, ViewportId id);
/// The native slice of `own` nearest to `place`, as many millimetres a pixel as the first reading's picture
/// of that size. Linked: the place stands where it stands there; else the middles of the slices do.
PicturePlane linedUpPlane(const LinedUp& with, const Grid& own, PatientPoint place, int width, int height);

} // namespace hemo::select
