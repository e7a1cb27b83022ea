// Every way of compressing that the program reads, those it does not, and headers that say something else.

#include "core/imaging/header/compression.h"
#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/stream_facts.h"
#include "tests/support/encode_frame.h"
#include "tests/support/enhanced_ct.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cstdlib>
#include <fstream>
#include <random>
#include <span>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

constexpr const char* kLossless[] = {coding::kRle, coding::kJpegLossless, coding::kJpegLosslessAny,
                                     coding::kJpegLs, coding::kJpeg2000};

std::uint16_t asWord(int value) {
    return static_cast<std::uint16_t>(value);
}

/// A slice that holds a frame, compressed; HU = stored.
RawDicom sliceOf(const PlainFrame& frame, const std::string& transferSyntax) {
    RawDicom file = RawDicom::ctSlice(0, 1);
    file.word(tag::kColumns, "US", asWord(frame.columns))
        .word(tag::kRows, "US", asWord(frame.rows))
        .word(tag::kBitsAllocated, "US", asWord(frame.bitsAllocated))
        .word(tag::kBitsStored, "US", asWord(frame.bitsStored))
        .word(tag::kHighBit, "US", asWord(frame.bitsStored - 1))
        .word(tag::kPixelRepresentation, "US", frame.isSigned ? 1 : 0)
        .text(tag::kRescaleIntercept, "DS", "0")
        .fragments(transferSyntax, {encodeFrame(transferSyntax, frame)});
    return file;
}

/// 20 x 16, a ramp across and down with values from `lowest`; smooth, as tissue is.
PlainFrame ramp(int lowest, int bitsStored, bool isSigned, int step = 7) {
    PlainFrame frame{20, 16, 16, bitsStored, {}, isSigned};
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 20; ++x)
            frame.values.push_back(asWord(lowest + step * x + 2 * step * y));
    return frame;
}

std::vector<int> huOf(const VolumePtr& volume) {
    return volume ? std::vector<int>(volume->voxels().begin(), volume->voxels().end()) : std::vector<int>();
}

std::vector<int> valuesOf(const PlainFrame& frame) {
    std::vector<int> values;
    for (std::uint16_t value : frame.values)
        values.push_back(frame.isSigned ? static_cast<std::int16_t>(value) : value);
    return values;
}

VolumePtr loadSlice(const RawDicom& file, imaging::LoadedSeries* loaded = nullptr) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    return loadOnly(folder.path(), loaded);
}

int farthest(const std::vector<int>& a, const std::vector<int>& b) {
    if (a.size() != b.size()) return 1 << 20;
    int most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

TEST(Compression, LosslessKindsGiveTheSameValuesToTheBit) {
    for (const char* syntax : kLossless) {
        for (const PlainFrame& frame :
             {ramp(3, 12, false), ramp(-1000, 16, true), ramp(30000, 16, false, 5)}) {
            imaging::LoadedSeries loaded;
            EXPECT_EQ(huOf(loadSlice(sliceOf(frame, syntax), &loaded)), valuesOf(frame))
                << syntax << " from " << valuesOf(frame).front();
            EXPECT_FALSE(loaded.info.isLossy) << syntax;
            EXPECT_EQ(textOf(loaded.info.warnings, Kind::Scale).find("disagree"), std::string::npos)
                << syntax;
        }
    }
}

TEST(Compression, InvertedGreysKeepTheirValuesThroughEveryKind) {
    const PlainFrame frame = ramp(-1000, 16, true);
    for (const char* syntax : kLossless)
        EXPECT_EQ(huOf(loadSlice(
                      sliceOf(frame, syntax).text(tag::kPhotometricInterpretation, "CS", "MONOCHROME1"))),
                  valuesOf(frame))
            << syntax;
}

TEST(Compression, LossyKindsAreCloseAndTold) {
    struct Case {
        const char* syntax;
        int allowed;
    };
    for (const auto& [syntax, allowed] :
         {Case{coding::kJpegExtended, 12}, Case{coding::kJpegLsNear, 2}, Case{coding::kJpeg2000Lossy, 40}}) {
        const PlainFrame frame = ramp(40, 12, false);
        RawDicom file = sliceOf(frame, syntax);
        file.text(tag::kLossyImageCompression, "CS", "01")
            .text(tag::kLossyImageCompressionRatio, "DS", "8.5");
        imaging::LoadedSeries loaded;
        EXPECT_LE(farthest(huOf(loadSlice(file, &loaded)), valuesOf(frame)), allowed) << syntax;
        EXPECT_TRUE(loaded.info.isLossy) << syntax;
        EXPECT_EQ(loaded.info.lossyRatio, 8.5);
        EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Lossy)) << syntax;
    }
}

TEST(Compression, AKindThatIsAlwaysLossyIsToldThoughTheHeaderForgets) {
    imaging::LoadedSeries loaded;
    ASSERT_TRUE(loadSlice(sliceOf(ramp(40, 12, false), coding::kJpegExtended), &loaded));
    EXPECT_TRUE(loaded.info.isLossy);
    EXPECT_FALSE(loaded.info.lossyRatio);
}

TEST(Compression, LossThatTheStreamAloneShowsIsTold) {
    for (const char* syntax : {coding::kJpegLsNear, coding::kJpeg2000Lossy}) {
        imaging::LoadedSeries loaded;
        ASSERT_TRUE(loadSlice(sliceOf(ramp(40, 12, false), syntax), &loaded)) << syntax;
        EXPECT_TRUE(loaded.info.isLossy) << syntax;
        EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Lossy)) << syntax;
    }
    for (const char* syntax : {coding::kJpegLossless, coding::kJpegLs, coding::kJpeg2000, coding::kRle}) {
        imaging::LoadedSeries loaded;
        ASSERT_TRUE(loadSlice(sliceOf(ramp(40, 12, false), syntax), &loaded)) << syntax;
        EXPECT_FALSE(loaded.info.isLossy) << syntax;
    }
}

TEST(Compression, AJpegLsStreamSaysWhetherItIsNearOrExact) {
    const auto isLossy = [](const char* syntax) {
        const std::string stream = encodeFrame(syntax, ramp(40, 12, false));
        return imaging::factsOf(std::as_bytes(std::span(stream)), imaging::Compression::JpegLs).isLossy;
    };
    EXPECT_TRUE(isLossy(coding::kJpegLsNear)) << "its transfer syntax aside, which is always lossy";
    EXPECT_FALSE(isLossy(coding::kJpegLs));
}

TEST(Compression, EightBitJpegInASliceOfSixteenBitsOpens) {
    PlainFrame frame = ramp(10, 8, false, 3);
    frame.bitsAllocated = 8;
    for (const char* syntax :
         {coding::kJpegBaseline, coding::kJpegLossless, coding::kJpegLs, coding::kJpeg2000}) {
        RawDicom file = sliceOf(frame, syntax);
        file.word(tag::kBitsAllocated, "US", 16);
        EXPECT_LE(farthest(huOf(loadSlice(file)), valuesOf(frame)), syntax == coding::kJpegBaseline ? 4 : 0)
            << syntax;
    }
}

TEST(Compression, AStreamInSeveralFragmentsIsJoined) {
    const PlainFrame frame = ramp(-1000, 16, true);
    for (const char* syntax : kLossless) {
        const std::string whole = encodeFrame(syntax, frame);
        const std::size_t cut = whole.size() / 4 * 2;
        const RawDicom file =
            sliceOf(frame, syntax)
                .fragments(syntax, {whole.substr(0, cut), whole.substr(cut, 2), whole.substr(cut + 2)});
        EXPECT_EQ(huOf(loadSlice(file)), valuesOf(frame)) << syntax;
    }
}

TEST(Compression, PlainPixelsInFragmentsOpen) {
    std::string bytes;
    for (int value : {-1000, -999, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024}) {
        bytes += static_cast<char>(value & 0xff);
        bytes += static_cast<char>(value >> 8);
    }
    const VolumePtr volume = loadSlice(RawDicom::ctSlice(0, 1).fragments("1.2.840.10008.1.2.1.98", {bytes}));
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->at(0, 0, 0), -1024);
    EXPECT_EQ(volume->at(3, 2, 0), 1000);
}

TEST(Compression, TheStreamsOwnKindCountsWhereTheHeaderNamesAnother) {
    const PlainFrame frame = ramp(-1000, 16, true);
    for (const char* said : {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.90",
                             "1.2.840.10008.1.2.5", "1.2.3.4.5"})
        for (const char* syntax : kLossless)
            EXPECT_EQ(huOf(loadSlice(sliceOf(frame, syntax).transferSyntax(said))), valuesOf(frame))
                << syntax << " called " << said;
}

std::string whyListed(const RawDicom& file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    if (!contents) return english(contents.error().message);
    return english(contents->series.at(0).whyListed);
}

TEST(Compression, WhatCannotBeReadIsListedByNameAndUid) {
    const auto why = [](const char* syntax) {
        return whyListed(RawDicom::ctSlice(0, 1).fragments(syntax, {"no such stream, "}));
    };
    EXPECT_EQ(
        why("1.2.840.10008.1.2.4.201"),
        "These images are compressed with High-Throughput JPEG 2000 Lossless (1.2.840.10008.1.2.4.201), "
        "which cannot be read: export them uncompressed.");
    EXPECT_THAT(why("1.2.840.10008.1.2.4.102"), ::testing::HasSubstr("H.264 High Profile"));
    EXPECT_THAT(why("1.2.840.10008.1.2.4.110"),
                ::testing::HasSubstr("JPEG XL Lossless (1.2.840.10008.1.2.4.110)"));
    EXPECT_THAT(why("1.2.840.113619.9.9"), ::testing::HasSubstr("unknown way (1.2.840.113619.9.9)"));
    EXPECT_THAT(why("Doe^John"), ::testing::Not(::testing::HasSubstr("Doe"))) << "no UID, so not repeated";
}

TEST(Compression, PixelsThatLieOnAServerAreNamedNotCalledDamaged) {
    EXPECT_EQ(
        whyListed(RawDicom::ctSlice(0, 1).remove(tag::kPixelData).transferSyntax("1.2.840.10008.1.2.4.94")),
        "These images are compressed with JPIP Referenced (1.2.840.10008.1.2.4.94), which cannot be read: "
        "export them uncompressed.");
}

TEST(Compression, WhatCannotBeReadDoesNotKeepTheRestFromOpening) {
    const TempFolder folder;
    for (int i = 0; i < 4; ++i) {
        RawDicom file = RawDicom::ctSlice(5 * i, i + 1);
        if (i == 3) file.fragments("1.2.840.10008.1.2.4.202", {"no such stream, "});
        file.write(folder.path() / std::to_string(i));
    }
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    ASSERT_EQ(contents->series.size(), 2u);
    EXPECT_EQ(contents->series[0].imageCount, 3);
    EXPECT_TRUE(loadSeries(contents->series[0], {}));
    EXPECT_THAT(contents->series[1].whyListed, ::testing::HasSubstr("1.2.840.10008.1.2.4.202"));
}

TEST(Compression, GesOwnSyntaxHasPixelsOfTheOtherByteOrder) {
    RawDicom file = RawDicom::ctSlice(0, 1);
    std::vector<std::uint16_t> swapped;
    for (int value : {-1000, -999, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024})
        swapped.push_back(static_cast<std::uint16_t>(asWord(value) << 8 | asWord(value) >> 8));
    file.pixels(swapped).form(RawDicom::Form::Implicit).transferSyntax("1.2.840.113619.5.2");
    const VolumePtr volume = loadSlice(file);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->at(0, 0, 0), -1024);
    EXPECT_EQ(volume->at(3, 2, 0), 1000);
}

TEST(Compression, BrokenJpegsSayNothingToTheTerminal) {
    std::mt19937 random(3);
    int refused = 0;
    ::testing::internal::CaptureStderr();
    for (const char* syntax : {coding::kJpegBaseline, coding::kJpegExtended, coding::kJpegLossless}) {
        const PlainFrame frame = oddFrame(syntax);
        const std::string whole = encodeFrame(syntax, frame);
        RawDicom file = sliceOf(frame, syntax);
        file.word(tag::kBitsAllocated, "US", 16);
        for (int round = 0; round < 60; ++round) {
            std::string garbled = whole;
            for (int flips = 0; flips < 3; ++flips)
                garbled[whole.size() / 2 + random() % (whole.size() / 2)] = static_cast<char>(random());
            const TempFolder folder;
            file.fragments(syntax, {garbled}).write(folder.path() / "file");
            const auto contents = scanFolder(folder.path(), {});
            if (!contents || !loadSeries(contents->series.at(0), {})) ++refused;
        }
    }
    std::string said = ::testing::internal::GetCapturedStderr();
    for (std::size_t line; (line = said.find("hemoscope: ")) != std::string::npos;)
        said.erase(line, said.find('\n', line) + 1 - line); // the program's own log
    EXPECT_EQ(said, "");
    EXPECT_GT(refused, 20);
}

/// Half a gigabyte in a file of one kilobyte: refused at the scan, before anybody takes memory for it.
TEST(Compression, ASliceFarLargerThanItsFileIsDamaged) {
    for (const char* syntax : {"", coding::kJpegLossless, coding::kRle}) {
        RawDicom file = RawDicom::ctSlice(0, 1);
        file.word(tag::kColumns, "US", 16384).word(tag::kRows, "US", 16384);
        if (*syntax) file.fragments(syntax, {"a short stream. "});
        EXPECT_THAT(whyListed(file), ::testing::HasSubstr("damaged")) << syntax;
    }
}

// ---- Frames of compressed objects

std::vector<std::string> frameStreams(int frames) {
    std::vector<std::string> streams;
    for (int f = 0; f < frames; ++f)
        streams.push_back(encodeFrame(coding::kJpegLossless, ramp(100 * f, 12, false)));
    return streams;
}

/// Four frames at 0, 5, 10 and 15 mm; frame f begins with the value 100 f.
RawDicom compressedObject(const std::vector<std::string>& fragments,
                          const std::vector<std::uint32_t>& offsetTable = {}) {
    RawDicom object = enhancedCt(4, coding::kJpegLossless);
    object.word(tag::kColumns, "US", 20)
        .word(tag::kRows, "US", 16)
        .fragments(coding::kJpegLossless, fragments, offsetTable);
    return object;
}

void expectFourFrames(const RawDicom& object, const std::string& how) {
    const VolumePtr volume = loadSlice(object);
    ASSERT_TRUE(volume) << how;
    ASSERT_EQ(volume->grid().slices(), 4) << how;
    for (int k = 0; k < 4; ++k)
        EXPECT_EQ(volume->at(0, 0, k), 100 * k - 1024) << how << ", frame " << k;
}

/// Each stream cut in two, and where the first halves begin, counted from the first item.
std::vector<std::string> halved(const std::vector<std::string>& streams,
                                std::vector<std::uint32_t>& offsets) {
    std::vector<std::string> halves;
    std::uint32_t at = 0;
    for (const std::string& stream : streams) {
        const std::size_t cut = stream.size() / 4 * 2;
        offsets.push_back(at);
        halves.push_back(stream.substr(0, cut));
        halves.push_back(stream.substr(cut));
        at += static_cast<std::uint32_t>(stream.size() + 16);
    }
    return halves;
}

TEST(CompressedFrames, AreFoundByTheBasicOffsetTable) {
    std::vector<std::uint32_t> offsets;
    const auto halves = halved(frameStreams(4), offsets);
    expectFourFrames(compressedObject(halves, offsets), "two fragments a frame");
}

TEST(CompressedFrames, AreFoundByTheExtendedOffsetTable) {
    const auto streams = frameStreams(4);
    std::vector<std::uint64_t> offsets, lengths;
    std::uint64_t at = 0;
    for (const std::string& stream : streams) {
        offsets.push_back(at);
        lengths.push_back(stream.size());
        at += stream.size() + 8;
    }
    RawDicom object = compressedObject(streams);
    object.veryLong(tag::kExtendedOffsetTable, offsets).veryLong(tag::kExtendedOffsetTableLengths, lengths);
    expectFourFrames(object, "extended table");
}

TEST(CompressedFrames, AreFoundWithoutATable) {
    expectFourFrames(compressedObject(frameStreams(4)), "one fragment a frame");
    std::vector<std::uint32_t> ignored;
    expectFourFrames(compressedObject(halved(frameStreams(4), ignored)), "by where a stream begins");
}

TEST(CompressedFrames, ATableThatPointsNowhereIsNotBelieved) {
    for (const std::vector<std::uint32_t>& table :
         {std::vector<std::uint32_t>{0, 3, 5, 7}, {4000000000u, 1, 1, 1}, {0, 0, 0, 0}, {0}})
        expectFourFrames(compressedObject(frameStreams(4), table), "one fragment a frame");
}

TEST(CompressedFrames, WhereNobodyKnowsWhichPictureIsWhichNoneIsShown) {
    for (const int count : {3, 5}) { // four were announced
        const TempFolder folder;
        compressedObject(frameStreams(count)).write(folder.path() / "object");
        const auto contents = scanFolder(folder.path(), {});
        ASSERT_TRUE(contents);
        const auto loaded = loadSeries(contents->series.at(0), {});
        ASSERT_FALSE(loaded) << "a slice could lie where another belongs";
        EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
    }
}

TEST(CompressedFrames, ThoseThatTheFileIsTooShortForAreNamed) {
    const TempFolder folder;
    const auto streams = frameStreams(4);
    compressedObject(streams).write(folder.path() / "object");
    const auto size = fs::file_size(folder.path() / "object");
    fs::resize_file(folder.path() / "object", size - 8 - streams[3].size() / 2);
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    // The third is whole, but nothing behind it says that it has ended.
    EXPECT_EQ(volume->grid().slices(), 2);
    EXPECT_EQ(volume->at(0, 0, 1), 100 - 1024);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable), ::testing::HasSubstr("Two images"));
}

// ---- Header and stream disagree

TEST(StoredConflict, AStreamsSignCountsWhereTheHeaderDeniesIt) {
    const PlainFrame frame = ramp(-300, 16, true, 9);
    RawDicom file = sliceOf(frame, coding::kJpeg2000);
    file.word(tag::kPixelRepresentation, "US", 0);
    imaging::LoadedSeries loaded;
    EXPECT_EQ(huOf(loadSlice(file, &loaded)), valuesOf(frame));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("disagree"));
}

TEST(StoredConflict, AHeadersSignCountsWhereTheStreamForgotIt) {
    const PlainFrame frame = ramp(-300, 16, true, 9);
    PlainFrame asWritten = frame; // the same bits, called unsigned: 13 of them
    asWritten.isSigned = false;
    asWritten.bitsStored = 13;
    for (std::uint16_t& value : asWritten.values)
        value &= 0x1fff;
    RawDicom file = sliceOf(asWritten, coding::kJpeg2000);
    file.word(tag::kPixelRepresentation, "US", 1);
    imaging::LoadedSeries loaded;
    EXPECT_EQ(huOf(loadSlice(file, &loaded)), valuesOf(frame));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("disagree"));
}

TEST(StoredConflict, AStreamThatIsDeeperThanItsHeaderIsNotCutOff) {
    for (const char* syntax : {coding::kJpegLossless, coding::kJpegLs, coding::kJpeg2000}) {
        const PlainFrame frame = ramp(3900, 16, false, 9); // past 4095
        RawDicom file = sliceOf(frame, syntax);
        file.word(tag::kBitsStored, "US", 12).word(tag::kHighBit, "US", 11);
        imaging::LoadedSeries loaded;
        EXPECT_EQ(huOf(loadSlice(file, &loaded)), valuesOf(frame)) << syntax;
        EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("disagree")) << syntax;
    }
}

TEST(StoredConflict, ADisagreementThatChangesNothingIsNotMentioned) {
    const PlainFrame frame = ramp(3, 16, false);
    RawDicom file = sliceOf(frame, coding::kJpegLossless);
    file.word(tag::kBitsStored, "US", 12).word(tag::kHighBit, "US", 11);
    imaging::LoadedSeries loaded;
    EXPECT_EQ(huOf(loadSlice(file, &loaded)), valuesOf(frame));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::Not(::testing::HasSubstr("disagree")));
}

} // namespace
} // namespace hemo::testing
