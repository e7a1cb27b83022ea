#pragma once

#include "core/geometry/rigid_transform.h"
#include "core/image/volume.h"

#include <functional>
#include <vector>

namespace hemo::testing {

/// A phantom's head as a scanner sees it that lies turned and shifted: sampled where the voxels are, not
/// resampled.
struct PosedHead {
    unsigned seed = 1, noiseSeed = 1;
    RigidTransform pose; ///< from the phantom's own space into the patient's
    int columns = 120, rows = 120, slices = 28;
    double pixelMm = 2, sliceMm = 5;
    double tiltDegrees = 0;
    Vec3 fieldShiftMm;        ///< of the field that is scanned: it may cut the head
    double bleedRadiusMm = 0; ///< of a ball of blood in the left half
    double noiseHu = 4;
    /// What is drawn over the phantom at a place in its own space, given what is there; nothing where empty.
    std::function<float(PatientPoint place, float hu)> over{};
};
VolumePtr posedHead(const PosedHead& head);

/// Places all over the phantom's brain, in its own space.
std::vector<PatientPoint> brainPlaces();

} // namespace hemo::testing
