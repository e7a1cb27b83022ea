#include "core/imaging/pixels/read_pixels.h"

#include "core/imaging/pixels/decode_frame.h"

#include <bit>

namespace hemo::imaging {
namespace {

constexpr MessageId kCutOff = "pixels.ends_early";

void swapBytes(std::span<std::byte> values) {
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        std::swap(values[i], values[i + 1]);
}

} // namespace

Result<std::vector<std::byte>> readStream(ByteWindow& file, std::span<const ValuePlace> pieces) {
    std::vector<std::byte> stream;
    for (const ValuePlace& piece : pieces) {
        if (!file.holds(piece.offset, piece.length)) return fail(ErrorCode::Damaged, say(kCutOff));
        const std::size_t before = stream.size();
        stream.resize(before + static_cast<std::size_t>(piece.length));
        if (!file.copyTo(piece.offset, std::span(stream).subspan(before)))
            return fail(ErrorCode::Damaged, say(kCutOff));
    }
    return stream;
}

Result<std::vector<std::byte>> readFrame(ByteWindow& file, const FrameIndex& index, const PixelLayout& pixels,
                                         std::span<std::byte> target) {
    if (target.size() != pixels.bytes() || target.empty())
        return fail(ErrorCode::Damaged, say("pixels.no_size"));
    const auto pieces = index.frame(pixels.frame);
    if (!pieces) return tl::unexpected(pieces.error());
    if (pixels.place.isEncapsulated) return readStream(file, *pieces);
    if (!file.copyTo(pieces->front().offset, target)) return fail(ErrorCode::Damaged, say(kCutOff));
    return std::vector<std::byte>();
}

Result<StreamFacts> finishFrame(std::span<const std::byte> stream, const PixelLayout& pixels,
                                std::span<std::byte> target) {
    if (pixels.place.isEncapsulated) return decodeFrame(stream, pixels, target);
    const bool isBigHere = std::endian::native == std::endian::big;
    if (pixels.bitsAllocated == 16 && pixels.isBigEndian != isBigHere) swapBytes(target);
    return StreamFacts{};
}

Result<StreamFacts> readPixels(ByteWindow& file, const PixelLayout& pixels, std::span<std::byte> target) {
    const auto index = FrameIndex::create(file, pixels);
    if (!index) return tl::unexpected(index.error());
    const auto stream = readFrame(file, *index, pixels, target);
    if (!stream) return tl::unexpected(stream.error());
    return finishFrame(*stream, pixels, target);
}

} // namespace hemo::imaging
