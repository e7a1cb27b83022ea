#pragma once

#include "core/geometry/picture_plane.h"

#include <optional>

namespace hemo {

/// How far a view is zoomed, moved and turned from fitting the whole grid as its plane lies.
struct ViewState {
    double zoom = 1; ///< 1: fits; kLeastZoom to kMostZoom
    double panRightMm = 0, panDownMm = 0;
    int quarterTurns = 0;    ///< clockwise, 0 to 3
    bool isMirrored = false; ///< left and right exchanged, after the turn
    bool operator==(const ViewState&) const = default;
};
inline constexpr double kLeastZoom = 0.2, kMostZoom = 40, kMostPanMm = 500;
ViewState withinLimits(ViewState view);
/// The picture as it is seen, a quarter further clockwise.
ViewState turnedOnce(ViewState view);
/// The picture as it is seen, left and right exchanged.
ViewState mirrored(ViewState view);
/// How the plane's frame lies in such a view.
ViewFrame turned(ViewFrame frame, const ViewState& view);

/// Which plane of a stack is looked at, whatever stack it is.
struct ReadingPlane {
    enum class Kind {
        Native,  ///< the acquired slices themselves
        Axis,    ///< a plane of the patient; where the slices were acquired along it, the slices themselves
        Oblique, ///< any frame in patient space
    };
    Kind kind = Kind::Native;
    ViewAxis axis = ViewAxis::Axial; ///< of Kind::Axis
    ViewFrame frame{};               ///< of Kind::Oblique: unit vectors at a right angle, LPS

    static ReadingPlane native() { return {}; }
    static ReadingPlane along(ViewAxis axis) { return {Kind::Axis, axis, {}}; }
    static ReadingPlane oblique(ViewFrame frame) { return {Kind::Oblique, ViewAxis::Axial, frame}; }
    bool operator==(const ReadingPlane&) const = default;
};

/// Whether the pictures are the acquired slices, which are shown as they are.
bool isNative(const ReadingPlane& plane, const Grid& grid);
/// The patient's plane that it is; none where it is oblique.
std::optional<ViewAxis> axisOf(const ReadingPlane& plane, const Grid& grid);
ViewFrame frameOf(const ReadingPlane& plane, const Grid& grid);

/// The same plane turned about `axis`, a unit vector: right goes towards where down was for a viewer who
/// looks along it. Oblique from then on.
ReadingPlane turnedAbout(const ReadingPlane& plane, const Grid& grid, Vec3 axis, double radians);

/// The patient's plane of that axis, turned so far that the patient's superior lies along `up` (a unit
/// vector), and no further. Oblique.
ReadingPlane laidAlong(ViewAxis axis, Vec3 up);

/// The patient's plane that a frame leans from least, and how far.
struct Lean {
    ViewAxis axis = ViewAxis::Axial;
    double degrees = 0; ///< 0 to 55
};
Lean leanOf(const ViewFrame& frame);

/// Where a view stands among its pictures. Native: a step is a slice (index = k of the volume); elsewhere one
/// pixel spacing, from the end that is inferior, posterior or right.
struct SliceSteps {
    int index = 0, count = 0;
    bool isNative = false;
    bool operator==(const SliceSteps&) const = default;
};
SliceSteps stepsOf(const ReadingPlane& plane, const Grid& grid, PatientPoint place);
/// Where `place` goes for that step. On a tilted stack it wanders with the slices.
PatientPoint placeAtStep(const ReadingPlane& plane, const Grid& grid, PatientPoint place, int index);
/// Across the plane, to the superior, anterior or left, whichever it leans to most: a unit vector.
Vec3 upAcross(const ReadingPlane& plane, const Grid& grid);
/// +1 where a higher index lies further superior, anterior or left; -1 where it is the other way round.
int upwardStep(const ReadingPlane& plane, const Grid& grid);

/// What a view of width x height pixels shows of the plane through `place`. At one zoom an oblique plane has
/// the scale of the patient's plane that it leans from: what is turned does not shrink.
PicturePlane pictureOf(const ReadingPlane& plane, const Grid& grid, PatientPoint place, const ViewState& view,
                       int width, int height);

/// The middle of the acquired slice k.
PatientPoint middleOfSlice(const Grid& grid, int k);

} // namespace hemo
