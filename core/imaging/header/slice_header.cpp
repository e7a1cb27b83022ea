#include "core/imaging/header/slice_header.h"

#include "core/imaging/header/compression.h"
#include "core/imaging/header/frame_headers.h"
#include "core/imaging/header/justified_size.h"
#include "core/imaging/header/slice_fields.h"

#include <algorithm>

namespace hemo::imaging {
namespace {

tl::unexpected<Error> damaged(const char* detail) {
    return fail(ErrorCode::Damaged, say("dicom.damaged"), detail);
}

constexpr int kMostFrames = 20000; // a header each; dynamic studies reach some thousands

SliceHeader objectHeader(const ImagePlace& place, const DicomHeader& header) {
    SliceHeader slice;
    slice.place = {place.file, place.member, 0};
    slice.sopClassUid = header.text(tag::kSopClassUid);
    if (slice.sopClassUid.empty()) slice.sopClassUid = header.text(tag::kMediaStorageSopClassUid);
    slice.sopInstanceUid = header.text(tag::kSopInstanceUid);
    slice.imageType = codesOf(header, tag::kImageType);
    slice.instanceNumber = header.integer(tag::kInstanceNumber);
    slice.acquisitionNumber = header.integer(tag::kAcquisitionNumber);
    readAbout(header, slice.about);
    readDerivation(header, slice);
    readWindow(header, slice.about);
    readLayout(header, slice.pixels);
    readPosition(header, slice);
    readOrientation(header, slice);
    readMeasures(header, slice);
    readRescale(header, slice);
    readPadding(header, slice);
    readLoss(header, slice);
    slice.otherQuantity = otherQuantityOf(header);
    slice.about.columns = slice.pixels.columns;
    slice.about.rows = slice.pixels.rows;
    slice.about.acquisitionNumber = slice.acquisitionNumber;
    slice.about.imageType = joinedValues(slice.imageType);
    return slice;
}

/// The first bytes of the first compressed frame.
std::vector<std::byte> startOfStream(ByteWindow& file, const PixelPlace& place) {
    constexpr std::uint32_t kEnough = 1024; // markers before a JPEG's frame head
    if (place.isBare) {
        const auto start = file.bytes(place.offset, std::min<std::uint64_t>(kEnough, place.length));
        return {start.begin(), start.end()};
    }
    const auto littleLong = [&](std::uint64_t offset) -> std::uint32_t {
        const auto b = file.bytes(offset, 4);
        std::uint32_t value = 0;
        for (std::size_t i = b.size(); i-- > 0;)
            value = value << 8 | std::to_integer<std::uint32_t>(b[i]);
        return value;
    };
    const std::uint64_t at =
        place.offset + 8 + std::uint64_t{littleLong(place.offset + 4)}; // behind the table
    const auto start = file.bytes(at + 8, std::min(kEnough, littleLong(at + 4)));
    return {start.begin(), start.end()};
}

/// A stream that a writer did not put into fragments, where the syntax names a compression and the bytes
/// begin as it does.
bool isBareStream(ByteWindow& file, Compression said, const PixelLayout& pixels) {
    constexpr std::uint64_t kEnough = 1024; // markers before a JPEG's frame head
    if (said == Compression::None || said == Compression::Packed || said == Compression::Unknown)
        return false;
    const PixelPlace& place = pixels.place;
    if (place.length == pixels.bytes() * static_cast<unsigned>(pixels.frames))
        return false; // plain after all
    const auto start = file.bytes(place.offset, std::min<std::uint64_t>(kEnough, place.length));
    return compressionOf(start) != Compression::Unknown;
}

/// Objects that say nothing or nonsense of their compression are read by what their stream looks like.
void readCompression(ByteWindow& file, const DicomHeader& header, SliceHeader& slice) {
    const std::string& syntax = header.transferSyntax();
    const Compression said = compressionOf(syntax);
    if (!header.pixels()) { // as in JPIP, where they lie on a server
        if (said == Compression::Unknown) slice.whyNotDecodable = whyNotDecodable(syntax);
        return;
    }
    PixelPlace& place = slice.pixels.place;
    if (!place.isEncapsulated && isBareStream(file, said, slice.pixels))
        place.isEncapsulated = place.isBare = true;
    if (!place.isEncapsulated) return;
    if (said != Compression::None && said != Compression::Unknown) return;
    const bool isKnownToDiffer = said == Compression::Unknown && syntax.starts_with("1.2.840.10008.");
    if (isKnownToDiffer || compressionOf(startOfStream(file, place)) == Compression::Unknown)
        slice.whyNotDecodable = whyNotDecodable(syntax);
}

std::uint64_t bytesFromPixelsOn(const SliceHeader& object, const ByteWindow& file) {
    return file.size() - std::min(file.size(), object.pixels.place.offset);
}

/// False where nobody should take memory for what the file claims: of plain pixels at least a quarter must be
/// there, so that a copy that broke off late is still a slice that can be named.
bool isBelievable(const SliceHeader& object, int frames, const ByteWindow& file) {
    const std::uint64_t there = bytesFromPixelsOn(object, file);
    const bool isPlain = !object.pixels.place.isEncapsulated && object.whyNotDecodable.empty();
    return isPlain ? there >= object.pixels.bytes() / 4 : isJustified(object.pixels, frames, file.size());
}

/// As many frames as the object claims, but no more than its bytes can hold: a header is made for each.
int believedFrames(const SliceHeader& object, const ByteWindow& file) {
    constexpr std::uint64_t kItemHead = 8; // of a compressed frame
    const std::uint64_t perFrame =
        object.pixels.place.isEncapsulated ? kItemHead : std::max<std::size_t>(object.pixels.bytes(), 1);
    const std::uint64_t held = bytesFromPixelsOn(object, file) / perFrame;
    return static_cast<int>(std::clamp<std::uint64_t>(held, 1, static_cast<unsigned>(object.pixels.frames)));
}

} // namespace

Result<std::vector<SliceHeader>> parseSliceHeaders(const ImagePlace& place, ByteWindow& bytes) {
    const Result<DicomHeader> header = DicomHeader::read(bytes);
    if (!header) return tl::unexpected(header.error());

    SliceHeader object = objectHeader(place, *header);
    if (!header->pixels() && (header->has(tag::kFloatPixelData) || header->has(tag::kDoubleFloatPixelData)))
        return fail(ErrorCode::NothingReadable, say("dicom.numbers"));
    const bool claimsImage = (header->has(tag::kRows) && header->has(tag::kColumns)) ||
                             object.sopClassUid == uid::kCtImageStorage; // cut off before it says its size
    if (!claimsImage && !header->pixels()) return fail(ErrorCode::NothingReadable, say("dicom.no_image"));
    readCompression(bytes, *header, object);
    if ((!header->pixels() && object.whyNotDecodable.empty()) || !isPossible(object.pixels))
        return damaged(header->pixels() ? "pixel description" : "no pixels");
    if (!isBelievable(object, 1, bytes)) return damaged("larger than the file can hold");

    if (!hasFunctionalGroups(object, *header)) return std::vector{std::move(object)};
    const int believed = believedFrames(object, bytes);
    if (believed > kMostFrames || !isBelievable(object, believed, bytes))
        return damaged("more frames than any scanner makes");
    object.missingFrames = object.pixels.frames - believed;
    return headersOfFrames(object, *header, believed);
}

} // namespace hemo::imaging
