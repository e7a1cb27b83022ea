#pragma once

#include "core/image/volume.h"

#include <optional>

namespace hemo {

/// The plane along the canthomeatal (orbitomeatal) lines of both sides, from the outer corner of the eye to
/// the opening of the outer ear's canal (Merrill's Atlas of Radiographic Positioning), along which head CT is
/// traditionally read. The outer rim of the orbit stands for the corner of the eye, which no bone shows. All
/// places are in patient space, LPS mm.
struct CanthomeatalPlane {
    std::optional<PatientPoint> leftMeatus, rightMeatus; ///< where the canal enters the bone; one at least
    PatientPoint leftRim, rightRim;                      ///< of the orbits, level with both
    PatientPoint through;                                ///< in the middle of what was found
    Vec3 up;                                             ///< across it, to the head's top: a unit vector
    double offMm = 0;         ///< how far the landmark lies off it that lies furthest; of three none can
    double turnedDegrees = 0; ///< from the acquired slices
    bool operator==(const CanthomeatalPlane&) const = default;
};

/// Found from bone (250 HU) and air (-300 HU) alone in a head's axial slices as they were acquired, or on an
/// even grid; whichever way they are in order, tilted, unevenly spaced, up to 7.5 mm apart. Rather refused
/// than guessed, it is none
///   - without both rims and one meatus, each seen as a whole: where the scan begins or ends above or within
///     the orbits or the canals, where a canal is filled, where the picture's edge cuts them off;
///   - where they do not lie as an adult's do (a small child's head is refused), not alike on both sides, or
///     more than 2.5 mm off one plane; with one meatus, where the other side might show one, too;
///   - where it is turned by more than 35 degrees from the slices.
/// Of slices 5 mm apart each landmark is good to about half of that, by eye: the plane then to some 3 degrees
/// of nodding and 2 of leaning to a side. Well under a second (tests/bench); any thread.
std::optional<CanthomeatalPlane> canthomeatalPlane(const Volume& volume);

} // namespace hemo
