#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/result.h"

#include <cstddef>
#include <span>

namespace hemo::imaging {

/// Looks at one compressed frame before a codec is handed it, and gives back the part that it may be handed:
/// padding behind its end cut off, a JP2 wrapper taken off.
///
/// Debian's codecs are built with assertions, and GDCM's wrapping believes what a stream says of itself. So a
/// marker segment that runs out of the stream ends in an endless loop, another number of samples than the
/// header's in an abort, other bit depths in a write past the buffer, and a stream that is cut off in pixels
/// that nobody scanned. Here the markers are walked with every length checked, what the stream says of its
/// size is held against the header, and its end must be there. What is left to the codec is what the entropy
/// coded bytes mean.
/// Fails: Damaged, Unsupported (a kind of coding that no CT uses: arithmetic, hierarchical, progressive).
Result<std::span<const std::byte>> checkStream(std::span<const std::byte> frame, const PixelLayout& pixels);

} // namespace hemo::imaging
