#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/result.h"

#include <cstddef>
#include <span>

namespace hemo::imaging {

/// One frame in JPEG, lossy or lossless, that has passed checkStream. `bits` is the stream's own depth.
/// Says nothing to the terminal, and takes no picture in which the library met anything wrong.
/// Fails: Damaged.
Result<void> decodeJpeg(std::span<const std::byte> stream, const PixelLayout& pixels, int bits,
                        std::span<std::byte> target);

} // namespace hemo::imaging
