#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/stream_facts.h"

namespace hemo::imaging {

/// One compressed frame into `target`, which has `pixels.bytes()` bytes: stored values in this machine's byte
/// order. The stream's first bytes say how it is compressed where that is another way than the transfer
/// syntax says; checkStream has looked at it before a codec does.
/// Fails: Damaged, Unsupported. Any thread; may throw what GDCM throws.
Result<StreamFacts> decodeFrame(std::span<const std::byte> stream, const PixelLayout& pixels,
                                std::span<std::byte> target);

} // namespace hemo::imaging
