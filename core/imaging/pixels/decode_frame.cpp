#include "core/imaging/pixels/decode_frame.h"

#include "core/imaging/header/stream_bytes.h"
#include "core/imaging/pixels/check_stream.h"
#include "core/imaging/pixels/decode_jpeg.h"
#include "core/imaging/pixels/decode_rle.h"

#include <gdcmByteValue.h>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmJPEG2000Codec.h>
#include <gdcmJPEGLSCodec.h>
#include <gdcmPhotometricInterpretation.h>
#include <gdcmPixelFormat.h>
#include <gdcmSequenceOfFragments.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <mutex>
#include <vector>

namespace hemo::imaging {
namespace {

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
    // As a stack of one: with two dimensions GDCM loses the bytes of each JPEG-LS stream that does not
    // decode. Colours by planes it puts together with two alone.
    codec.SetNumberOfDimensions(p.samplesPerPixel == 1 ? 3 : 2);
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
Result<void> decodeWith(gdcm::ImageCodec& codec, const PixelLayout& pixels, std::span<const std::byte> stream,
                        std::span<std::byte> target) {
    silenceGdcm();
    describe(codec, pixels);
    gdcm::DataElement out;
    if (!codec.Decode(asElement(stream), out)) return brokenStream("the codec");
    const gdcm::ByteValue* decoded = out.GetByteValue();
    const std::size_t length = decoded ? static_cast<std::size_t>(decoded->GetLength()) : 0;
    // One byte of padding makes an odd length even.
    if (length != target.size() && length != target.size() + target.size() % 2)
        return brokenStream("decoded to another size");
    std::memcpy(target.data(), decoded->GetPointer(), target.size());
    return {};
}

/// Colours of as many samples as the header says: GDCM ends the program where a stream has another number
/// than its colours, whose number of samples it takes from their name.
bool areColoursKnown(const PixelLayout& pixels) {
    const auto type = gdcm::PhotometricInterpretation::GetPIType(pixels.photometric.c_str());
    return type != gdcm::PhotometricInterpretation::UNKNOWN &&
           type != gdcm::PhotometricInterpretation::PI_END &&
           gdcm::PhotometricInterpretation(type).GetSamplesPerPixel() == pixels.samplesPerPixel;
}

const char* syntaxFor(Compression compression) {
    switch (compression) {
    case Compression::Rle:
        return "1.2.840.10008.1.2.5";
    case Compression::Jpeg:
        return "1.2.840.10008.1.2.4.70";
    case Compression::JpegLs:
        return "1.2.840.10008.1.2.4.80";
    case Compression::Jpeg2000:
        return "1.2.840.10008.1.2.4.90";
    case Compression::None:
    case Compression::Packed:
    case Compression::Unknown:
        break;
    }
    return "";
}

/// Little endian, with a byte behind it where its length would be odd (PS3.5 A.4.11).
Result<void> unpack(std::span<const std::byte> stream, std::span<std::byte> target) {
    static_assert(std::endian::native == std::endian::little);
    if (stream.size() != target.size() && stream.size() != target.size() + target.size() % 2)
        return brokenStream("packed to another size");
    std::memcpy(target.data(), stream.data(), target.size());
    return {};
}

Result<void> decodeChecked(std::span<const std::byte> stream, const PixelLayout& pixels,
                           Compression compression, int bits, std::span<std::byte> target) {
    if (compression == Compression::Packed) return unpack(stream, target);
    if (compression == Compression::Rle) return decodeRle(stream, pixels, target);
    const auto checked = checkStream(stream, pixels);
    if (!checked) return tl::unexpected(checked.error());
    if (compression == Compression::Jpeg) return decodeJpeg(*checked, pixels, bits, target);
    if (compression == Compression::Jpeg2000) {
        gdcm::JPEG2000Codec codec;
        return decodeWith(codec, pixels, *checked, target);
    }
    gdcm::JPEGLSCodec codec;
    codec.SetBufferLength(target.size());
    return decodeWith(codec, pixels, *checked, target);
}

/// Streams of at most 8 bits where the header makes room for 16: GDCM writes a byte a value there.
Result<void> decodeNarrow(std::span<const std::byte> stream, PixelLayout pixels, Compression compression,
                          const StreamFacts& facts, std::span<std::byte> target) {
    pixels.bitsAllocated = 8;
    pixels.bitsStored = facts.bits;
    pixels.highBit = facts.bits - 1;
    std::vector<std::byte> narrow(pixels.bytes());
    if (auto done = decodeChecked(stream, pixels, compression, facts.bits, narrow); !done) return done;
    for (std::size_t i = 0; i < narrow.size(); ++i) {
        const auto value = std::to_integer<std::uint8_t>(narrow[i]);
        const std::int16_t wide = facts.isSigned.value_or(false) ? static_cast<std::int8_t>(value) : value;
        std::memcpy(target.data() + 2 * i, &wide, 2);
    }
    return {};
}

} // namespace

Result<StreamFacts> decodeFrame(std::span<const std::byte> stream, const PixelLayout& pixels,
                                std::span<std::byte> target) {
    PixelLayout coded = pixels;
    Compression compression = compressionOf(coded.transferSyntax);
    const Compression seen = compressionOf(stream.first(std::min<std::size_t>(stream.size(), 4096)));
    if (seen != Compression::Unknown && seen != compression) {
        compression = seen;
        coded.transferSyntax = syntaxFor(seen);
    }
    if (compression == Compression::None || compression == Compression::Unknown)
        return fail(ErrorCode::Unsupported, whyNotDecodable(pixels.transferSyntax));
    if ((coded.bitsAllocated != 8 && coded.bitsAllocated != 16) || !areColoursKnown(coded))
        return unknownCoding("depth or colours");
    if (compression != Compression::Rle) coded.isPlanar = false; // their samples come together

    const StreamFacts facts = factsOf(stream, compression);
    const bool isNarrow =
        coded.bitsAllocated == 16 && facts.bits > 0 && facts.bits <= 8 && compression != Compression::Jpeg;
    const auto done = isNarrow ? decodeNarrow(stream, coded, compression, facts, target)
                               : decodeChecked(stream, coded, compression, facts.bits, target);
    if (!done) return tl::unexpected(done.error());
    return facts;
}

} // namespace hemo::imaging
