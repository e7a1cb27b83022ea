#include "core/imaging/series/same_pixels.h"

#include "core/imaging/guarded.h"
#include "core/imaging/pixels/read_pixels.h"
#include "core/imaging/source/open_image.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

bool areWrittenAlike(const PixelLayout& a, const PixelLayout& b) {
    return a.place.isEncapsulated == b.place.isEncapsulated && a.isBigEndian == b.isBigEndian &&
           (!a.place.isEncapsulated || a.transferSyntax == b.transferSyntax);
}

bool meanTheSame(const SliceHeader& a, const SliceHeader& b) {
    const Rescale ra = a.rescale.value_or(Rescale{}), rb = b.rescale.value_or(Rescale{});
    return a.pixels.pixelCount() == b.pixels.pixelCount() &&
           a.pixels.bitsAllocated == b.pixels.bitsAllocated &&
           a.pixels.samplesPerPixel == b.pixels.samplesPerPixel && a.pixels.isSigned == b.pixels.isSigned &&
           ra.slope == rb.slope && ra.intercept == rb.intercept;
}

} // namespace

std::optional<bool> PictureComparer::areSame(const SliceHeader& a, const SliceHeader& b) {
    if (!meanTheSame(a, b)) return false;
    if (areWrittenAlike(a.pixels, b.pixels)) {
        const auto first = rawBytes(a), second = rawBytes(b);
        if (!first || !second) return std::nullopt;
        if (*first == *second) return true;
        if (!a.pixels.place.isEncapsulated) return false;
    }
    const auto first = values(a), second = values(b);
    if (!first || !second) return std::nullopt;
    return *first == *second;
}

bool PictureComparer::isReadable(const SliceHeader& slice) {
    return values(slice).has_value();
}

PictureComparer::Opened* PictureComparer::open(const SliceHeader& slice) {
    constexpr std::size_t kMostOpen = 8;
    const auto isIt = [&](const Opened& o) {
        return o.place.file == slice.place.file && o.place.member == slice.place.member;
    };
    if (const auto known = std::find_if(m_opened.begin(), m_opened.end(), isIt); known != m_opened.end())
        return &*known;
    auto bytes = openImage(slice.place, m_archives);
    if (!bytes) return nullptr;
    auto index = FrameIndex::create(*bytes, slice.pixels);
    if (!index) return nullptr;
    if (m_opened.size() >= kMostOpen) m_opened.pop_back();
    m_opened.push_front({slice.place, std::move(*bytes), std::move(*index)});
    return &m_opened.front();
}

std::optional<std::vector<std::byte>> PictureComparer::rawBytes(const SliceHeader& slice) {
    Opened* opened = open(slice);
    const auto pieces =
        opened ? opened->index.frame(slice.pixels.frame) : fail(ErrorCode::Damaged, say("file.unreadable"));
    auto bytes = pieces ? readStream(opened->bytes, *pieces) : tl::unexpected(pieces.error());
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

std::optional<std::vector<std::byte>> PictureComparer::values(const SliceHeader& slice) {
    Opened* opened = open(slice);
    if (!opened) return std::nullopt;
    std::vector<std::byte> target(slice.pixels.bytes());
    const auto read =
        guarded(ErrorCode::Damaged, say("pixels.file_not_decoded"), [&]() -> Result<StreamFacts> {
            const auto stream = readFrame(opened->bytes, opened->index, slice.pixels, target);
            if (!stream) return tl::unexpected(stream.error());
            return finishFrame(*stream, slice.pixels, target);
        });
    return read ? std::optional(std::move(target)) : std::nullopt;
}

} // namespace hemo::imaging
