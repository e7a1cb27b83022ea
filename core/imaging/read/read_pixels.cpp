#include "core/imaging/read/read_pixels.h"

#include "core/imaging/read/check_stream.h"
#include "core/imaging/read/decode_rle.h"

#include <gdcmByteValue.h>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmJPEG2000Codec.h>
#include <gdcmJPEGCodec.h>
#include <gdcmJPEGLSCodec.h>
#include <gdcmPhotometricInterpretation.h>
#include <gdcmPixelFormat.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>
#include <gdcmTransferSyntax.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <string_view>
#include <vector>

namespace hemo::imaging {
namespace {

constexpr auto kCutOff = "The file ends before its pixels do.";
constexpr auto kBroken = "The compressed pixels do not decode.";

/// GDCM's messages quote values, and a value can be a patient's name: they go nowhere. What matters of them
/// comes back as a result, and the caller says it.
void silenceGdcm() {
    static std::once_flag once;
    std::call_once(once, [] {
        gdcm::Trace::DebugOff();
        gdcm::Trace::WarningOff();
        gdcm::Trace::ErrorOff();
    });
}

void swapBytes(std::span<std::byte> values) {
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        std::swap(values[i], values[i + 1]);
}

Result<void> readPlain(ByteWindow& file, const PixelLayout& pixels, std::span<std::byte> target) {
    if (pixels.place.length < target.size() || !file.holds(pixels.place.offset, target.size()))
        return fail(ErrorCode::Damaged, kCutOff);
    if (!file.copyTo(pixels.place.offset, target)) return fail(ErrorCode::Damaged, kCutOff);
    const bool isBigHere = std::endian::native == std::endian::big;
    if (pixels.bitsAllocated == 16 && pixels.isBigEndian != isBigHere) swapBytes(target);
    return {};
}

std::uint32_t littleLong(std::span<const std::byte> b, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | std::to_integer<std::uint32_t>(b[at + i]);
    return value;
}

/// The fragments of one frame as one stream (PS3.5 A.4), the offset table left out. Nothing where they are
/// not all there. One stream, because GDCM's JPEG codec goes wrong where an error falls into a second
/// fragment.
std::vector<std::byte> readStream(ByteWindow& file, std::uint64_t at) {
    constexpr std::uint32_t kItem = 0xe000fffe, kEnd = 0xe0ddfffe;
    std::vector<std::byte> stream;
    for (bool isTable = true;; isTable = false) {
        const auto head = file.bytes(at, 8);
        if (head.empty()) return {};
        const std::uint32_t item = littleLong(head, 0), length = littleLong(head, 4);
        if (item == kEnd) return stream;
        if (item != kItem || !file.holds(at + 8, length)) return {};
        at += 8;
        if (!isTable && length > 0) {
            const std::size_t before = stream.size();
            stream.resize(before + length);
            if (!file.copyTo(at, std::span(stream).subspan(before))) return {};
        }
        at += length;
    }
}

gdcm::DataElement asElement(std::span<const std::byte> stream) {
    gdcm::Fragment fragment;
    fragment.SetByteValue(reinterpret_cast<const char*>(stream.data()),
                          static_cast<std::uint32_t>(stream.size()));
    gdcm::SmartPointer<gdcm::SequenceOfFragments> fragments = new gdcm::SequenceOfFragments;
    fragments->AddFragment(fragment);
    gdcm::DataElement element(gdcm::Tag(0x7fe0, 0x0010), 0, gdcm::VR::OB);
    element.SetValue(*fragments);
    return element;
}

void describe(gdcm::ImageCodec& codec, const PixelLayout& p) {
    const unsigned int dimensions[3] = {static_cast<unsigned>(p.columns), static_cast<unsigned>(p.rows), 1};
    codec.SetNumberOfDimensions(2);
    codec.SetDimensions(dimensions);
    const auto narrow = [](int value) { return static_cast<unsigned short>(value); };
    codec.SetPixelFormat(gdcm::PixelFormat(narrow(p.samplesPerPixel), narrow(p.bitsAllocated),
                                           narrow(p.bitsStored), narrow(p.highBit), p.isSigned ? 1 : 0));
    codec.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::GetPIType(p.photometric.c_str()));
    codec.SetPlanarConfiguration(p.isPlanar ? 1 : 0);
    codec.SetNeedByteSwap(false);
    codec.SetNeedOverlayCleanup(false);
}

/// The codec's output is measured before it is copied: a stream may hold another size than its header says.
Result<void> decodeWith(gdcm::ImageCodec& codec, const PixelLayout& pixels, const gdcm::DataElement& in,
                        std::span<std::byte> target) {
    describe(codec, pixels);
    gdcm::DataElement out;
    if (!codec.Decode(in, out)) return fail(ErrorCode::Damaged, kBroken);
    const gdcm::ByteValue* decoded = out.GetByteValue();
    const std::size_t length = decoded ? static_cast<std::size_t>(decoded->GetLength()) : 0;
    // One byte of padding makes an odd length even.
    if (length != target.size() && length != target.size() + target.size() % 2)
        return fail(ErrorCode::Damaged, kBroken, "decoded to another size");
    std::memcpy(target.data(), decoded->GetPointer(), target.size());
    return {};
}

Result<void> decode(const PixelLayout& pixels, std::span<const std::byte> stream,
                    std::span<std::byte> target) {
    constexpr std::string_view kRle = "1.2.840.10008.1.2.5";
    if (pixels.transferSyntax == kRle) return decodeRle(stream, pixels, target);
    const auto checked = checkStream(stream, pixels);
    if (!checked) return tl::unexpected(checked.error());
    const gdcm::DataElement in = asElement(*checked);
    const gdcm::TransferSyntax syntax(gdcm::TransferSyntax::GetTSType(pixels.transferSyntax.c_str()));
    if (gdcm::JPEGCodec jpeg; jpeg.CanDecode(syntax)) return decodeWith(jpeg, pixels, in, target);
    if (gdcm::JPEG2000Codec jpeg2000; jpeg2000.CanDecode(syntax))
        return decodeWith(jpeg2000, pixels, in, target);
    if (gdcm::JPEGLSCodec jpegLs; jpegLs.CanDecode(syntax)) {
        jpegLs.SetBufferLength(target.size());
        return decodeWith(jpegLs, pixels, in, target);
    }
    return fail(ErrorCode::Unsupported, "These images are compressed in a way that cannot be read.",
                pixels.transferSyntax);
}

bool isKnownPhotometric(const PixelLayout& pixels) {
    const auto type = gdcm::PhotometricInterpretation::GetPIType(pixels.photometric.c_str());
    return type != gdcm::PhotometricInterpretation::UNKNOWN &&
           type != gdcm::PhotometricInterpretation::PI_END;
}

} // namespace

Result<void> readPixels(ByteWindow& file, const PixelLayout& pixels, std::span<std::byte> target) {
    silenceGdcm();
    if (target.size() != pixels.bytes() || target.empty())
        return fail(ErrorCode::Damaged, kBroken, "size of the pixels");
    if (!pixels.place.isEncapsulated) return readPlain(file, pixels, target);
    if ((pixels.bitsAllocated != 8 && pixels.bitsAllocated != 16) || !isKnownPhotometric(pixels))
        return fail(ErrorCode::Unsupported, "These images are compressed in a way that cannot be read.");
    const std::vector<std::byte> stream = readStream(file, pixels.place.offset);
    if (stream.empty()) return fail(ErrorCode::Damaged, kCutOff);
    return decode(pixels, stream, target);
}

} // namespace hemo::imaging
