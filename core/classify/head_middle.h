#pragma once

#include "core/image/volume.h"
#include "core/simulate/distance.h"
#include "core/simulate/regions.h"

#include <optional>
#include <vector>

namespace hemo {

/// What counts as bone in a volume: lower where brighter values were cut off.
int boneFromHu(int highestHu);

/// The inside of the skull in one slice: what the largest bone closes in; sutures do not open it. Empty where
/// bone closes in nothing of a brain's size, as below the skull's base.
simulate::Mask skullInside(std::span<const std::int16_t> hu, int columns, simulate::PixelMm pixel,
                           int boneFrom);

/// The plane between the halves of a head, from the inside of its skull alone: blood or swelling inside does
/// not move it.
class HeadMiddle {
public:
    /// None where no slice shows a closed skull.
    static std::optional<HeadMiddle> find(const Volume& volume, int boneFrom);
    /// How far p lies to the patient's left of it, mm; negative to the right.
    double leftMm(PatientPoint p) const;

private:
    std::vector<PatientPoint> m_centres; ///< of the skull's inside, one a slice that shows enough of it
    Vec3 m_left{1, 0, 0};
};

} // namespace hemo
