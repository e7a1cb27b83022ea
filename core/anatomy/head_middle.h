#pragma once

#include "core/image/volume.h"

#include <optional>
#include <vector>

namespace hemo {

/// The plane between the halves of a head, from the inside of its skull alone: blood or swelling inside does
/// not move it.
class HeadMiddle {
public:
    /// None where no slice shows a closed skull.
    static std::optional<HeadMiddle> find(const Volume& volume, int boneFrom);
    /// How far p lies to the patient's left of it, mm; negative to the right.
    double leftMm(PatientPoint p) const { return dot(p - centreNear(p), m_left); }
    /// The centre of the skull's inside at about the height of p, averaged along the head.
    PatientPoint centreNear(PatientPoint p) const;
    /// Across it, to the patient's left: a unit vector in the axial plane.
    Vec3 left() const { return m_left; }
    /// The same place in the other half.
    PatientPoint mirrored(PatientPoint p) const { return p - m_left * (2 * leftMm(p)); }

private:
    std::vector<PatientPoint> m_centres; ///< of the skull's inside, one a slice that shows enough of it
    Vec3 m_left{1, 0, 0};
};

} // namespace hemo
