// What a compressed stream may say before a codec is handed it.

#include "core/imaging/header/justified_size.h"
#include "core/imaging/pixels/check_stream.h"
#include "core/imaging/pixels/decode_frame.h"
#include "core/imaging/pixels/decode_jpeg.h"
#include "core/imaging/pixels/decode_rle.h"
#include "core/imaging/pixels/stream_facts.h"
#include "tests/unit/damage/damage_test.h"

#include <algorithm>
#include <cstring>

namespace hemo::testing {
namespace {

using imaging::PixelLayout;
using ::testing::HasSubstr;

PixelLayout layoutOf(const std::string& syntax) {
    const PlainFrame frame = oddFrame(syntax);
    PixelLayout pixels;
    pixels.columns = frame.columns;
    pixels.rows = frame.rows;
    pixels.bitsAllocated = frame.bitsAllocated;
    pixels.bitsStored = frame.bitsStored;
    pixels.highBit = frame.bitsStored - 1;
    pixels.photometric = "MONOCHROME2";
    pixels.transferSyntax = syntax;
    return pixels;
}

std::string streamOf(const std::string& syntax) {
    return encodeFrame(syntax, oddFrame(syntax));
}

/// The detail of the refusal, or the number of bytes that are handed on.
std::string judged(const std::string& stream, const PixelLayout& pixels) {
    const auto checked = imaging::checkStream(std::as_bytes(std::span(stream)), pixels);
    return checked ? std::to_string(checked->size()) : checked.error().detail;
}

std::string judged(const std::string& syntax, const std::string& stream) {
    return judged(stream, layoutOf(syntax));
}

/// `from` replaced by `to`, the first time it occurs.
std::string with(std::string stream, const std::string& from, const std::string& to) {
    const std::size_t at = stream.find(from);
    EXPECT_NE(at, std::string::npos);
    return at == std::string::npos ? stream : stream.replace(at, from.size(), to);
}

const std::array<const char*, 5> kJpegs{coding::kJpegBaseline, coding::kJpegExtended, coding::kJpegLossless,
                                        coding::kJpegLs, coding::kJpeg2000};

TEST(Streams, GoodOnesPassWithoutTheirPadding) {
    for (const char* syntax : kJpegs) {
        std::string stream = streamOf(syntax);
        while (!stream.ends_with("\xff\xd9"))
            stream.pop_back(); // what the encoder added to make it even
        EXPECT_EQ(judged(syntax, stream), std::to_string(stream.size())) << syntax;
        EXPECT_EQ(judged(syntax, stream + std::string(3, '\0')), std::to_string(stream.size())) << syntax;
    }
}

TEST(Streams, OneSampleInTheColoursOfThreeIsRefusedAndDoesNotEndTheProgram) {
    for (const char* syntax : kJpegs)
        for (const char* colours : {"RGB", "YBR_PARTIAL_420", "CMYK"}) {
            PixelLayout pixels = layoutOf(syntax);
            pixels.photometric = colours;
            const std::string stream = streamOf(syntax);
            std::vector<std::byte> target(pixels.bytes());
            const auto decoded = imaging::decodeFrame(std::as_bytes(std::span(stream)), pixels, target);
            ASSERT_FALSE(decoded) << syntax << ' ' << colours;
            EXPECT_EQ(decoded.error().detail, "depth or colours");
        }
}

TEST(Streams, AnyCutIsRefused) {
    for (const char* syntax : kJpegs) {
        std::string stream = streamOf(syntax);
        while (!stream.ends_with("\xff\xd9"))
            stream.pop_back();
        for (std::size_t length = 0; length < stream.size(); ++length)
            EXPECT_THAT(judged(syntax, stream.substr(0, length)), HasSubstr(" ")) << syntax << length;
    }
}

TEST(Streams, AnotherSizeThanTheHeadersIsRefused) {
    for (const char* syntax : kJpegs) {
        PixelLayout pixels = layoutOf(syntax);
        ++pixels.rows;
        EXPECT_THAT(judged(streamOf(syntax), pixels), HasSubstr("another size")) << syntax;
        --pixels.rows;
        pixels.samplesPerPixel = 3;
        EXPECT_THAT(judged(streamOf(syntax), pixels), HasSubstr("other components")) << syntax;
    }
}

TEST(Streams, MarkerThatEndsBehindTheStreamIsRefused) {
    const std::string stream = streamOf(coding::kJpegLossless);
    EXPECT_THAT(judged(coding::kJpegLossless, with(stream, "\xff\xc4", "\xff\xe0\xff\xff")),
                HasSubstr("cut off"))
        << "the codec would skip for ever";
}

TEST(Streams, ProcessesThatNoCtUsesAreRefusedByName) {
    const std::string stream = streamOf(coding::kJpegBaseline);
    for (const char* process : {"\xff\xc2", "\xff\xc9", "\xff\xc5", "\xff\xcc"})
        EXPECT_THAT(judged(coding::kJpegBaseline, with(stream, "\xff\xc0", process)), HasSubstr("not used"));
}

TEST(Streams, ThousandsOfScansAreRefused) {
    std::string stream = streamOf(coding::kJpegLossless);
    const std::size_t scan = stream.find("\xff\xda");
    const std::string head = stream.substr(scan, 2 + 8);
    for (int i = 0; i < 1000; ++i)
        stream.insert(scan, head);
    EXPECT_EQ(judged(coding::kJpegLossless, stream), "too many JPEG scans");
}

TEST(Streams, MoreTilesThanAStreamCanHoldAreRefused) {
    std::string stream = streamOf(coding::kJpeg2000);
    stream.replace(4 + 2 + 2 + 16, 8, std::string("\0\0\0\1\0\0\0\1", 8)); // 1 x 1 pixel each
    EXPECT_THAT(judged(coding::kJpeg2000, stream), HasSubstr("more JPEG 2000 tiles"));
}

TEST(Streams, DepthBeyondTheHeadersIsRefused) {
    for (const char* syntax : {coding::kJpegExtended, coding::kJpegLossless, coding::kJpeg2000}) {
        PixelLayout pixels = layoutOf(syntax);
        pixels.bitsAllocated = pixels.bitsStored = 8; // the codec would write two bytes a value
        EXPECT_THAT(judged(streamOf(syntax), pixels),
                    ::testing::AnyOf(HasSubstr("deeper"), HasSubstr("depth")))
            << syntax;
    }
}

TEST(Streams, Jp2WrapperIsTakenOff) {
    std::string codestream = streamOf(coding::kJpeg2000);
    while (!codestream.ends_with("\xff\xd9"))
        codestream.pop_back();
    const auto box = [](const std::string& type, const std::string& inside) {
        const std::size_t size = inside.size() + 8;
        std::string length;
        for (int shift = 24; shift >= 0; shift -= 8)
            length += static_cast<char>(size >> shift & 0xff);
        return length + type + inside;
    };
    const std::string file =
        box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 ....jp2 ") + box("jp2c", codestream);
    EXPECT_EQ(judged(coding::kJpeg2000, file), std::to_string(codestream.size()));
    for (std::size_t length = 0; length < file.size(); ++length)
        EXPECT_THAT(judged(coding::kJpeg2000, file.substr(0, length)), HasSubstr(" "));
}

/// Where a code was read wrongly, the picture is full before its bytes are used up: it is not the picture.
TEST(Streams, JpegWithBytesLeftOverIsRefused) {
    for (const char* syntax : {coding::kJpegBaseline, coding::kJpegExtended, coding::kJpegLossless}) {
        const PixelLayout pixels = layoutOf(syntax);
        std::vector<std::byte> target(pixels.bytes());
        const auto isTaken = [&](const std::string& leftOver) {
            std::string stream = streamOf(syntax);
            stream.insert(stream.rfind("\xff\xd9"), leftOver);
            const auto bytes = std::as_bytes(std::span(stream));
            const int bits = imaging::factsOf(bytes, imaging::Compression::Jpeg).bits;
            return imaging::decodeJpeg(bytes, pixels, bits, target).has_value();
        };
        EXPECT_TRUE(isTaken("")) << syntax;
        EXPECT_TRUE(isTaken(std::string(1, '\0'))) << syntax << ": padding";
        EXPECT_FALSE(isTaken("left over")) << syntax;
    }
}

/// The frame that RLE gives back, or what was wrong.
std::string unpacked(const std::string& stream, const PixelLayout& pixels) {
    std::string target(pixels.bytes(), '\0');
    const auto done = imaging::decodeRle(std::as_bytes(std::span(stream)), pixels,
                                         std::as_writable_bytes(std::span(target)));
    return done ? target : done.error().detail;
}

TEST(Streams, RleGivesEveryValueBack) {
    const PlainFrame frame = oddFrame(coding::kRle);
    const std::string bytes = unpacked(streamOf(coding::kRle), layoutOf(coding::kRle));
    ASSERT_EQ(bytes.size(), frame.values.size() * 2);
    EXPECT_EQ(std::memcmp(bytes.data(), frame.values.data(), bytes.size()), 0);
}

TEST(Streams, RleColoursComeTogetherOrByPlanes) {
    PixelLayout pixels = layoutOf(coding::kRle);
    pixels.columns = 2;
    pixels.rows = 1;
    pixels.samplesPerPixel = 3;
    pixels.bitsAllocated = pixels.bitsStored = 8;
    std::string stream = std::string("\3\0\0\0\x40\0\0\0\x43\0\0\0\x46\0\0\0", 16) + std::string(48, '\0');
    stream += "\1RrN"; // two bytes as they are, and one of padding
    stream.resize(64);
    stream += "\1Rr\1Gg\1Bb";
    EXPECT_EQ(unpacked(stream, pixels), "RGBrgb");
    pixels.isPlanar = true;
    EXPECT_EQ(unpacked(stream, pixels), "RrGgBb");
}

TEST(Streams, RleRunsThatAreCutOffOrTooLongAreRefused) {
    const std::string stream = streamOf(coding::kRle);
    const PixelLayout pixels = layoutOf(coding::kRle);
    EXPECT_EQ(unpacked(stream.substr(0, stream.size() - 4), pixels), "an RLE segment is cut off");
    EXPECT_EQ(unpacked(stream.substr(0, 60), pixels), "segments of RLE");
    std::string none = stream;
    none[0] = 0; // GDCM divides by it
    EXPECT_EQ(unpacked(none, pixels), "segments of RLE");
    std::string outside = stream;
    outside[11] = 0x7f;
    EXPECT_EQ(unpacked(outside, pixels), "place of an RLE segment");
}

TEST(Streams, SizeIsBelievedOnlyWhereTheFileJustifiesIt) {
    PixelLayout pixels = layoutOf(coding::kJpeg2000);
    pixels.columns = pixels.rows = 512;
    pixels.place.isEncapsulated = true;
    EXPECT_TRUE(imaging::isJustified(pixels, 1, 200)) << "an empty slice shrinks to nearly nothing";
    EXPECT_TRUE(imaging::isJustified(pixels, 400, 400 * 2000));
    EXPECT_FALSE(imaging::isJustified(pixels, 16384, 100'000));
    pixels.place.isEncapsulated = false;
    EXPECT_FALSE(imaging::isJustified(pixels, 400, 400 * 2000));
    pixels.columns = pixels.rows = 16384;
    EXPECT_FALSE(imaging::isJustified(pixels, 1, 600'000));
}

} // namespace
} // namespace hemo::testing
