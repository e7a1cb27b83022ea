#include "core/imaging/pixels/decode_rle.h"

#include "core/imaging/header/stream_bytes.h"

#include <bit>

namespace hemo::imaging {
namespace {

constexpr std::size_t kHead = 64, kMostSegments = 15;

/// The head's numbers are little endian, as everything in DICOM but the JPEGs.
std::size_t littleLong(StreamBytes frame, std::size_t at) {
    return frame.byte(at) | frame.byte(at + 1) << 8 | frame.byte(at + 2) << 16 |
           static_cast<std::size_t>(frame.byte(at + 3)) << 24;
}

/// Where a segment's bytes go: every `step`-th, from the `first`.
struct Lane {
    std::size_t first = 0, step = 1, count = 0;
};

/// Samples together, or by planes; bytes of a value in this machine's order.
Lane laneOf(std::size_t segment, const PixelLayout& pixels) {
    const std::size_t width = static_cast<std::size_t>(pixels.bitsAllocated) / 8;
    const std::size_t samples = static_cast<std::size_t>(pixels.samplesPerPixel);
    const std::size_t sample = segment / width, fromHigh = segment % width;
    const std::size_t byte = std::endian::native == std::endian::little ? width - 1 - fromHigh : fromHigh;
    const std::size_t count = pixels.pixelCount();
    if (pixels.isPlanar) return {sample * count * width + byte, width, count};
    return {sample * width + byte, samples * width, count};
}

/// G.3.2. False where the runs end before the picture does, or go on behind it.
bool decodeSegment(StreamBytes in, std::span<std::byte> target, const Lane& lane) {
    std::size_t at = 0, done = 0;
    const auto put = [&](unsigned value) {
        target[lane.first + lane.step * done++] = static_cast<std::byte>(value);
    };
    while (done < lane.count) {
        if (!in.holds(at, 2)) return false;
        const unsigned code = in.byte(at++);
        if (code == 128) continue; // no meaning
        const std::size_t run = code < 128 ? code + 1 : 257 - code;
        if (run > lane.count - done) return false;
        if (code < 128 && !in.holds(at, run)) return false;
        for (std::size_t i = 0; i < run; ++i)
            put(in.byte(code < 128 ? at + i : at));
        at += code < 128 ? run : 1;
    }
    return true;
}

} // namespace

Result<void> decodeRle(std::span<const std::byte> frame, const PixelLayout& pixels,
                       std::span<std::byte> target) {
    const StreamBytes stream(frame);
    const std::size_t segments = static_cast<std::size_t>(pixels.samplesPerPixel * pixels.bitsAllocated / 8);
    if (target.size() != pixels.bytes() || segments > kMostSegments) return brokenStream("layout of RLE");
    if (!stream.holds(0, kHead) || littleLong(stream, 0) != segments) return brokenStream("segments of RLE");
    for (std::size_t s = 0; s < segments; ++s) {
        const std::size_t from = littleLong(stream, 4 + 4 * s);
        const std::size_t to = s + 1 < segments ? littleLong(stream, 8 + 4 * s) : stream.size();
        if (from < kHead || to < from || to > stream.size()) return brokenStream("place of an RLE segment");
        if (!decodeSegment(StreamBytes(stream.part(from, to - from)), target, laneOf(s, pixels)))
            return brokenStream("an RLE segment is cut off");
    }
    return {};
}

} // namespace hemo::imaging
