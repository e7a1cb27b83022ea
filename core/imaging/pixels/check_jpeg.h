#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/header/stream_bytes.h"

namespace hemo::imaging {

/// JPEG and JPEG-LS: the same chain of markers (ISO/IEC 10918-1 B, 14495-1 C). See check_stream.h.
Result<std::span<const std::byte>> checkJpeg(StreamBytes stream, const PixelLayout& pixels);
Result<std::span<const std::byte>> checkJpegLs(StreamBytes stream, const PixelLayout& pixels);

/// JPEG 2000, bare or in JP2 boxes (ISO/IEC 15444-1 A and I). See check_stream.h.
Result<std::span<const std::byte>> checkJpeg2000(StreamBytes stream, const PixelLayout& pixels);

} // namespace hemo::imaging
