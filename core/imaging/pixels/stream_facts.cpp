#include "core/imaging/pixels/stream_facts.h"

#include "core/imaging/header/stream_bytes.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

constexpr unsigned kSof0 = 0xc0, kSof1 = 0xc1, kSof3 = 0xc3, kSof55 = 0xf7, kSos = 0xda;

/// The depth in a frame's head (10918-1 B.2.2). Baseline and extended frames are lossy, those of JPEG-LS
/// where their scan allows for a difference (14495-1 C.2.3, NEAR).
StreamFacts factsOfJpeg(StreamBytes stream) {
    StreamFacts facts;
    for (std::size_t at = 2; stream.holds(at, 5) && stream.byte(at) == 0xff;) {
        const unsigned marker = stream.byte(at + 1);
        if (marker == kSof0 || marker == kSof1 || marker == kSof3 || marker == kSof55) {
            facts.bits = static_cast<int>(stream.byte(at + 4));
            facts.isLossy = marker == kSof0 || marker == kSof1;
            if (marker != kSof55) return facts;
        }
        if (marker == kSos) {
            facts.isLossy = stream.byte(at + 5 + std::size_t{2} * stream.byte(at + 4)) > 0;
            return facts;
        }
        at += marker == 0xff ? 1 : 2 + stream.word(at + 2);
    }
    return facts;
}

/// Whether the wavelet of the image or of a component is the one that rounds (15444-1 A.6.1, A.6.2, table
/// A.20). `at`: behind the start of the codestream.
bool isRounded(StreamBytes stream, std::size_t at) {
    constexpr unsigned kCod = 0xff52, kCoc = 0xff53, kSot = 0xff90;
    while (stream.holds(at, 14) && stream.word(at) >= 0xff00 && stream.word(at) != kSot) {
        if (stream.word(at) == kCod && stream.byte(at + 13) == 0) return true;
        if (stream.word(at) == kCoc && stream.byte(at + 10) == 0) return true;
        at += 2 + std::max(2u, stream.word(at + 2));
    }
    return false;
}

/// Depth and sign of the first component (15444-1 A.5.1), bare or behind a JP2 file's boxes.
StreamFacts factsOfJpeg2000(StreamBytes stream) {
    constexpr std::size_t kDepth = 42, kFarthest = 4096;
    for (std::size_t at = 0; at < kFarthest && stream.holds(at, kDepth + 1); ++at)
        if (stream.longWord(at) == 0xff4fff51) {
            const unsigned depth = stream.byte(at + kDepth);
            return {static_cast<int>(depth & 0x7f) + 1, (depth & 0x80) != 0, isRounded(stream, at + 2)};
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
