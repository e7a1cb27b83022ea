#pragma once

#include "core/imaging/pixels/stored_to_hu.h"
#include "core/study/series_info.h"

#include <vector>

namespace hemo::imaging {

/// What was met in the values of a stack.
struct ValueFacts {
    HuRange range;                 ///< as the headers scale them
    bool hadConflict = false;      ///< header and compressed stream disagreed on sign or depth
    bool hadContradiction = false; ///< the header's bits could not be
    bool hasUnusedPadding = false; ///< pixels have the padding value, and tissue may have it too
    bool wasWrapped = false;       ///< air had become bright, and was mended
};

/// What a reader should know about a stack's values: no air, cut off, not what the header says.
std::vector<LoadWarning> valueWarnings(const ValueFacts& values);

} // namespace hemo::imaging
