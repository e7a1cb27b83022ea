#pragma once

#include "core/imaging/read/byte_window.h"
#include "core/imaging/read/slice_header.h"

#include <cstddef>
#include <span>

namespace hemo::imaging {

/// Fills `target`, which has `pixels.bytes()` bytes, with the stored values in this machine's byte order:
/// uncompressed ones straight from the file, compressed ones through GDCM's codecs.
/// Fails: Damaged (the pixels are not all there, or do not decode), Unsupported (the compression).
/// Any thread; may throw what GDCM throws.
Result<void> readPixels(ByteWindow& file, const PixelLayout& pixels, std::span<std::byte> target);

} // namespace hemo::imaging
