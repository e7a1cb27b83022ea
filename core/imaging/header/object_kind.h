#pragma once

#include "core/imaging/header/slice_header.h"

#include <string>

namespace hemo::imaging {

/// Why an image cannot be a slice of a CT volume, as one sentence; empty where it can.
Message whyNotASlice(const SliceHeader& slice);

/// True for an image that is not marked as CT but is grey, signed and 16 bits deep, as research data in HU
/// often is. It opens, with a warning.
bool isUnmarkedCt(const SliceHeader& slice);

} // namespace hemo::imaging
