#pragma once

#include "core/imaging/pixels/frame_index.h"
#include "core/imaging/pixels/stream_facts.h"

#include <cstddef>
#include <span>

namespace hemo::imaging {

/// The bytes of one frame as they lie in the object: `pieces` of its index, joined (PS3.5 A.4).
/// Fails: Damaged (they are not all there).
Result<std::vector<std::byte>> readStream(ByteWindow& file, std::span<const ValuePlace> pieces);

/// Fills `target`, which has `pixels.bytes()` bytes, with the stored values of frame `pixels.frame` in this
/// machine's byte order: uncompressed ones straight from the file, compressed ones through a codec.
/// Fails: Damaged (the pixels are not all there, or do not decode), Unsupported (the compression).
/// Any thread; may throw what GDCM throws.
Result<StreamFacts> readPixels(ByteWindow& file, const PixelLayout& pixels, std::span<std::byte> target);

/// The same in two steps, for an object of many frames whose index is made once: the first is quick and reads
/// the file, the second takes the time and does not.
Result<std::vector<std::byte>> readFrame(ByteWindow& file, const FrameIndex& index, const PixelLayout& pixels,
                                         std::span<std::byte> target);
Result<StreamFacts> finishFrame(std::span<const std::byte> stream, const PixelLayout& pixels,
                                std::span<std::byte> target);

} // namespace hemo::imaging
