#pragma once

#include "core/image/volume.h"

#include <optional>

namespace hemo::ml {

/// A scan's noise, and what the network sees in its place where that is more than it has learned from: the
/// scan smoothed in its slices until it is quiet enough. Everything else, outlines and volumes included, is
/// of the scan itself.
struct QuietScan {
    std::optional<double> noiseHu; ///< of the scan itself; none where there is hardly any soft tissue
    std::optional<Volume> smoothed;

    const Volume& seenFor(const Volume& scan) const { return smoothed ? *smoothed : scan; }
};

/// `pixelMm`: of a column, assumed where no length is known.
QuietScan quietened(const Volume& volume, double pixelMm);

} // namespace hemo::ml
