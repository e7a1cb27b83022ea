#pragma once

#include "core/geometry/slice_level.h"
#include "core/state/select.h"
#include "core/study/same_patient.h"
#include "core/study/study_interval.h"

/// Questions about the series beside the current one. Pure.
namespace hemo::select {

bool isComparing(const AppState& state);
/// The view that the arrow keys scroll and whose zoom the status strip tells: beside another series the
/// slices themselves, else the enlarged view, else the axial one.
ViewAxis leadingAxis(const AppState& state);
/// What is or will be beside; null where nothing is compared.
const SeriesInfo* priorSeries(const AppState& state);
/// What the prior's view shows: its preview while it loads; may be null.
const VolumePtr& shownPrior(const AppState& state);
/// The series that is offered first: of the same patient (never surely another one), of an earlier study
/// before a later one before the same, the nearest in time, the same kernel; none where no series fits.
const SeriesInfo* suggestedPrior(const AppState& state);

// ---- the link
/// The spaces of the two series, between which a link by hand holds. Something must be compared.
HandLink unlinkedSpaces(const AppState& state);
SeriesLink seriesLink(const AppState& state);
/// Place in the prior = place in the current series + this; zero where they are not linked.
Vec3 linkOffset(const AppState& state);
/// True where the series share a frame of reference that may be trusted: of one patient, sides and lengths
/// known.
bool sharesFrame(const AppState& state);
/// Where the prior's crosshair lies in the current series; the current crosshair where they are not linked.
PatientPoint placeInCurrent(const AppState& state);
/// The offset that a link by hand would keep now: from crosshair to crosshair where both were put, else from
/// the middle of the one slice to the middle of the other. Both volumes must be there.
Vec3 offsetByHand(const AppState& state);

// ---- where a series has nothing to show at the level that the other one shows
std::optional<MissedLevel> missedInCurrent(const AppState& state);
std::optional<MissedLevel> missedInPrior(const AppState& state);

// ---- the prior's view
SliceSteps priorSteps(const AppState& state);
/// What the prior's picture is lined up with, as a value.
struct LinedUp {
    VolumePtr current;
    ViewState view;
    PatientPoint placeInCurrent;
    bool isLinked = false;
    bool operator==(const LinedUp&) const = default;
};
LinedUp linedUp(const AppState& state);
/// The prior's native slice nearest to `place`, as many millimetres a pixel as the current series' picture of
/// that size. Linked: the place stands where it stands there; else the middles of the slices do.
PicturePlane priorPlane(const LinedUp& with, const Grid& prior, PatientPoint place, int width, int height);
/// The size of the angle between the slice planes, degrees; none where nothing is compared.
std::optional<double> planesDiffer(const AppState& state);

// ---- what can be done now
bool canCompare(const AppState& state);
bool canLink(const AppState& state);

} // namespace hemo::select
