#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/result.h"

#include <cstddef>
#include <span>

namespace hemo::imaging {

/// One frame in RLE (PS3.5 G): a segment for each byte of each sample, the high one first. Ours, because
/// GDCM's divides by a count from the file and fills up what a cut-off run lacks with whatever it read last.
/// `target` has `pixels.bytes()` bytes and gets values in this machine's byte order, samples together or by
/// planes as the header says. Fails: Damaged.
Result<void> decodeRle(std::span<const std::byte> frame, const PixelLayout& pixels,
                       std::span<std::byte> target);

} // namespace hemo::imaging
