#pragma once

#include "core/classify/verdict/prediction.h"
#include "core/image/volume.h"

#include <optional>
#include <string>
#include <vector>

namespace hemo {

enum class Side { Left, Right };

/// Where a bleed starts: where its kind is most often seen, or at a place that the seed chooses.
enum class Placement { Typical, Anywhere };

/// A bleed to be drawn: its kind (not Any), its side and about how large.
struct BleedSpec {
    BleedType kind = BleedType::Intraparenchymal;
    Side side = Side::Left;
    double volumeMl = 20;
    double hu = 66;
    Placement placement = Placement::Typical;
    /// Instead: as near to here as its kind can start from; says the side, too. LPS mm.
    std::optional<PatientPoint> at{};
    bool operator==(const BleedSpec&) const = default;
};

/// A head phantom. The patient lies supine, head first; the head's centre is at LPS (0, 0, 0).
struct PhantomSpec {
    int columns = 256, rows = 256, slices = 28;
    double pixelSpacingMm = 0.9, sliceSpacingMm = 5;
    double tiltDegrees = 0;         ///< gantry tilt: slice planes lean by this about the x axis
    std::vector<int> missingSlices; ///< left out of the stack: a gap where they were
    double noiseHu = 4;             ///< standard deviation
    unsigned seed = 1;
    std::optional<BleedSpec> bleed;
    std::string seriesInstanceUid =
        "1.2.826.0.1.3680043.8.498.1"; ///< in the UID root that pydicom gives away
    bool operator==(const PhantomSpec&) const = default;
};

struct Phantom {
    VolumePtr volume;
    double bleedVolumeMl = 0; ///< what was really drawn: voxels over half bleed times their volume
    PatientPoint bleedCentre; ///< centre of mass of those voxels
    std::vector<PatientPoint> bleedPlaces; ///< where they lie, in layers finer than the slices
};

/// Skull, scalp, brain with grey and white matter, ventricles, falx, cisterns; calcified choroid plexus in
/// the patient's left lateral ventricle alone, so that a mirrored picture is told from a right one. Slices
/// are as thick as they are far apart and show the mean over their thickness. Same spec, same voxels.
Phantom makePhantom(const PhantomSpec& spec);

/// The same head with its bleed and without, for little more than the price of one.
struct PhantomAndHead {
    Phantom phantom;
    VolumePtr head; ///< noise and all, but for the bleed
};
PhantomAndHead makePhantomAndHead(const PhantomSpec& spec);

} // namespace hemo
