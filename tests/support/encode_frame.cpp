#include "tests/support/encode_frame.h"

#include <gdcmByteValue.h>
#include <gdcmDataElement.h>
#include <gdcmFragment.h>
#include <gdcmJPEG2000Codec.h>
#include <gdcmJPEGCodec.h>
#include <gdcmJPEGLSCodec.h>
#include <gdcmRLECodec.h>
#include <gdcmSequenceOfFragments.h>

#include <stdexcept>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;

/// Lossy JPEG knows 8 and 12 bits; GDCM takes the bits that are allocated, and there is no JPEG of 16.
class TwelveBits : public gdcm::JPEGCodec {
public:
    void SetPixelFormat(const gdcm::PixelFormat& format) override {
        gdcm::JPEGCodec::SetPixelFormat(format);
        SetBitSample(12);
    }
};

std::string codeWith(gdcm::ImageCodec& codec, const PlainFrame& frame) {
    const unsigned int dimensions[3] = {static_cast<unsigned>(frame.columns),
                                        static_cast<unsigned>(frame.rows), 1};
    const auto narrow = [](int value) { return static_cast<unsigned short>(value); };
    codec.SetNumberOfDimensions(2);
    codec.SetDimensions(dimensions);
    codec.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::MONOCHROME2); // handed on by the next
    codec.SetPixelFormat(gdcm::PixelFormat(1, narrow(frame.bitsAllocated), narrow(frame.bitsStored),
                                           narrow(frame.bitsStored - 1), frame.isSigned ? 1 : 0));
    std::string bytes;
    for (std::uint16_t value : frame.values) {
        bytes += static_cast<char>(value & 0xff);
        if (frame.bitsAllocated == 16) bytes += static_cast<char>(value >> 8);
    }
    gdcm::DataElement in(gdcm::Tag(0x7fe0, 0x0010)), out;
    in.SetByteValue(bytes.data(), static_cast<std::uint32_t>(bytes.size()));
    if (!codec.Code(in, out)) throw std::runtime_error("the encoder failed");
    const gdcm::ByteValue* stream = out.GetSequenceOfFragments()->GetFragment(0).GetByteValue();
    return {stream->GetPointer(), stream->GetLength()};
}

} // namespace

std::string encodeFrame(const std::string& transferSyntax, const PlainFrame& frame) {
    if (transferSyntax == coding::kRle) {
        gdcm::RLECodec codec;
        return codeWith(codec, frame);
    }
    if (transferSyntax == coding::kJpegLs || transferSyntax == coding::kJpegLsNear) {
        gdcm::JPEGLSCodec codec;
        codec.SetLossless(transferSyntax == coding::kJpegLs);
        if (transferSyntax == coding::kJpegLsNear) codec.SetLossyError(2);
        return codeWith(codec, frame);
    }
    if (transferSyntax == coding::kJpeg2000 || transferSyntax == coding::kJpeg2000Lossy) {
        gdcm::JPEG2000Codec codec;
        codec.SetReversible(transferSyntax == coding::kJpeg2000);
        if (transferSyntax == coding::kJpeg2000Lossy) codec.SetRate(0, 3);
        return codeWith(codec, frame);
    }
    if (transferSyntax == coding::kJpegExtended) {
        TwelveBits codec;
        codec.SetLossless(false);
        codec.SetQuality(95);
        return codeWith(codec, frame);
    }
    gdcm::JPEGCodec codec;
    const bool isLossless =
        transferSyntax == coding::kJpegLossless || transferSyntax == coding::kJpegLosslessAny;
    codec.SetLossless(isLossless);
    if (!isLossless) codec.SetQuality(95);
    return codeWith(codec, frame);
}

PlainFrame oddFrame(const std::string& transferSyntax) {
    PlainFrame frame{24, 20, 16, 12, {}};
    if (transferSyntax == coding::kJpegBaseline) frame.bitsAllocated = frame.bitsStored = 8;
    const unsigned most = (1u << frame.bitsStored) - 1;
    for (unsigned y = 0; y < 20; ++y) {
        for (unsigned x = 0; x < 24; ++x) {
            const unsigned slope = (x * 97 + y * 61) * (most / 4096 + 1), noise = (x * x * 31 + y * 17) % 23;
            frame.values.push_back(
                static_cast<std::uint16_t>(x > 16 && y > 12 ? most / 2 : (slope + noise) % (most + 1)));
        }
    }
    return frame;
}

RawDicom compressedSlice(const std::string& transferSyntax, double zMm, int instanceNumber) {
    const PlainFrame frame = oddFrame(transferSyntax);
    const auto word = [](int value) { return static_cast<std::uint16_t>(value); };
    RawDicom file = RawDicom::ctSlice(zMm, instanceNumber);
    file.word(tag::kColumns, "US", word(frame.columns))
        .word(tag::kRows, "US", word(frame.rows))
        .word(tag::kBitsAllocated, "US", word(frame.bitsAllocated))
        .word(tag::kBitsStored, "US", word(frame.bitsStored))
        .word(tag::kHighBit, "US", word(frame.bitsStored - 1))
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kRescaleIntercept, "DS", "-1024")
        .fragments(transferSyntax, {encodeFrame(transferSyntax, frame)});
    return file;
}

} // namespace hemo::testing
