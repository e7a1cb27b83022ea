#pragma once

#include "core/geometry/rigid_transform.h"
#include "core/image/volume.h"
#include "core/result.h"
#include "core/task.h"

namespace hemo::imaging {

/// How one head lies in another scan of it.
struct HeadFit {
    RigidTransform fixedToMoving; ///< where a place of the fixed scan lies in the moving one
    /// How well the two fit there: the correlation of their densities from fat to bone. 1: the same; two
    /// scans of one head have over 0.9, what was laid wrongly has less than 0.8.
    double likeness = 0;
    double overlap = 0; ///< which part of the fixed head the moving scan shows
};

/// Turns and shifts one head scan onto another, without a guess of where to begin: for up to 30 degrees and
/// any distance. Tilted and uneven scans may be given. The same scans, the same answer, on however many
/// cores. Fails: Cancelled; Unsupported (a scan shows no head, or lies so that it cannot be brought onto an
/// even grid). Any thread.
Result<HeadFit> registerHeads(const VolumePtr& fixed, const VolumePtr& moving, const TaskContext& context);

} // namespace hemo::imaging
