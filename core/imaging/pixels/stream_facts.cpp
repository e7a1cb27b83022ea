#include "core/imaging/pixels/stream_facts.h"

#include "core/imaging/pixels/stream_bytes.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

/// The depth in a frame's head (10918-1 B.2.2).
StreamFacts factsOfJpeg(StreamBytes stream) {
    for (std::size_t at = 2; stream.holds(at, 5) && stream.byte(at) == 0xff;) {
        const unsigned marker = stream.byte(at + 1);
        if (marker == 0xc0 || marker == 0xc1 || marker == 0xc3 || marker == 0xf7)
            return {static_cast<int>(stream.byte(at + 4)), std::nullopt};
        at += marker == 0xff ? 1 : 2 + stream.word(at + 2);
    }
    return {};
}

/// Depth and sign of the first component (15444-1 A.5.1), bare or behind a JP2 file's boxes.
StreamFacts factsOfJpeg2000(StreamBytes stream) {
    constexpr std::size_t kDepth = 42, kFarthest = 4096;
    for (std::size_t at = 0; at < kFarthest && stream.holds(at, kDepth + 1); ++at)
        if (stream.longWord(at) == 0xff4fff51) {
            const unsigned depth = stream.byte(at + kDepth);
            return {static_cast<int>(depth & 0x7f) + 1, (depth & 0x80) != 0};
        }
    return {};
}

} // namespace

StreamFacts factsOf(std::span<const std::byte> stream, Compression compression) {
    if (compression == Compression::Jpeg || compression == Compression::JpegLs)
        return factsOfJpeg(StreamBytes(stream));
    if (compression == Compression::Jpeg2000) return factsOfJpeg2000(StreamBytes(stream));
    return {};
}

} // namespace hemo::imaging
