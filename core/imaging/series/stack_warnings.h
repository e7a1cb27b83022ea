#pragma once

#include "core/imaging/header/slice_header.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// What the headers of a stack say that a reader should know and that is not geometry: not marked as CT,
/// lossy compression, no scale to HU, no pixel size.
std::vector<LoadWarning> stackWarnings(std::span<const SliceHeader> slices);

} // namespace hemo::imaging
