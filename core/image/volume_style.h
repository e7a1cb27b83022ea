#pragma once

#include "core/geometry/patient_space.h"

#include <algorithm>
#include <span>

namespace hemo {

/// How the volume view colours tissue.
enum class VolumePreset { Bone, BrainAndBleed, Skin };

/// Where the volume view is seen from. Azimuth 0, elevation 0: from the front, head up; a positive azimuth
/// moves the viewer to the patient's left, a positive elevation above the head.
struct VolumeCamera {
    double azimuthDegrees = 0, elevationDegrees = 0;
    double zoom = 1; ///< 1: the whole head fits
    bool operator==(const VolumeCamera&) const = default;
};

/// Where the volume view is cut open: what lies on the side of `away`, a unit vector, is left out.
struct CutPlane {
    PatientPoint through;
    Vec3 away;
    bool operator==(const CutPlane&) const = default;
};

/// True where no cut leaves the place out.
inline bool isKept(std::span<const CutPlane> cuts, PatientPoint p) {
    return std::ranges::all_of(cuts,
                               [p](const CutPlane& cut) { return dot(p - cut.through, cut.away) <= 0; });
}

} // namespace hemo
