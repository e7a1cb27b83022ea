#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/stream_facts.h"

#include <cstdint>
#include <span>

namespace hemo::imaging {

/// Header and compressed stream can disagree on the sign of the values and on their depth, and either can be
/// the wrong one. Where that makes a difference to `stored` (the values of one slice, as they came from the
/// codec) the picture decides: read wrongly, values jump by half their range from one pixel to the next. The
/// stream counts where the picture leaves it open. Writes the answer into `pixels` and says whether there was
/// a conflict.
bool settleStored(PixelLayout& pixels, const StreamFacts& stream, std::span<const std::int16_t> stored);

/// BitsStored and HighBit that cannot both be, or that put the values into the upper bits while they lie in
/// the lower ones: the picture decides between what either of them means and all the bits there are. Writes
/// the answer into `pixels` and says whether there was a contradiction.
bool settleBits(PixelLayout& pixels, std::span<const std::int16_t> stored);

} // namespace hemo::imaging
