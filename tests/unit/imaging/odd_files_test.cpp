// Files that are DICOM, but no plain CT slice, or say something that cannot be.

#include "tests/unit/imaging/imaging_test.h"

#include <fstream>
#include <random>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

/// The reason why the only file of a folder is listed; empty where it opens.
std::string whyListed(RawDicom file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    if (!contents || contents->series.size() != 1) {
        ADD_FAILURE() << "not one series";
        return {};
    }
    return english(contents->series[0].whyListed);
}

TEST(OddFiles, PlainSliceOpens) {
    EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1)), "");
}

TEST(OddFiles, OtherModalitiesAreListed) {
    EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1).text(tag::kModality, "CS", "MR")),
              "These are MR images: only CT can be opened.");
    EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1).text(tag::kModality, "CS", "CR")),
              "These are CR images: only CT can be opened.");
}

TEST(OddFiles, SecondaryCaptureIsListed) {
    EXPECT_EQ(
        whyListed(RawDicom::ctSlice(0, 1).text(tag::kSopClassUid, "UI", imaging::uid::kSecondaryCapture)),
        "This is a secondary capture, a picture made from other images.");
}

TEST(OddFiles, ColourPictureIsListedWithAThumbnail) {
    const TempFolder folder;
    std::vector<std::uint8_t> red;
    for (int p = 0; p < 12; ++p)
        red.insert(red.end(), {200, 10, 20});
    RawDicom::ctSlice(0, 1)
        .word(tag::kSamplesPerPixel, "US", 3)
        .word(tag::kPlanarConfiguration, "US", 0)
        .word(tag::kBitsAllocated, "US", 8)
        .word(tag::kBitsStored, "US", 8)
        .word(tag::kHighBit, "US", 7)
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kPhotometricInterpretation, "CS", "RGB")
        .bytePixels(red)
        .write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    EXPECT_EQ(contents->series[0].whyListed, "These are colour pictures without CT values.");
    const RgbaImagePtr thumbnail = imaging::makeThumbnail(contents->series[0]);
    ASSERT_TRUE(thumbnail);
    EXPECT_EQ(thumbnail->at(0, 0), (Rgba{200, 10, 20}));
}

TEST(OddFiles, MultiFrameIsListed) {
    EXPECT_THAT(whyListed(RawDicom::ctSlice(0, 1).text(tag::kNumberOfFrames, "IS", "2")),
                ::testing::HasSubstr("multi-frame"));
}

TEST(OddFiles, ValuesThatAreNoHuAreListed) {
    EXPECT_THAT(whyListed(RawDicom::ctSlice(0, 1).text(tag::kRescaleType, "LO", "Z_EFF")),
                ::testing::HasSubstr("no Hounsfield units"));
}

TEST(OddFiles, InvertedGreysWithoutAScaleAreListed) {
    EXPECT_THAT(whyListed(RawDicom::ctSlice(0, 1)
                              .text(tag::kPhotometricInterpretation, "CS", "MONOCHROME1")
                              .remove(tag::kRescaleSlope)
                              .remove(tag::kRescaleIntercept)),
                ::testing::HasSubstr("inverted greys"));
}

TEST(OddFiles, AbsurdGeometryIsListedAndNeverOpened) {
    const std::string damaged =
        "The positions, directions or pixel sizes in these files are damaged: they cannot be opened.";
    for (const char* position : {"nan\\0\\0", "1\\2", "1e300\\0\\0", "here\\there\\nowhere", "inf\\0\\0"})
        EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1).text(tag::kImagePositionPatient, "DS", position)),
                  damaged)
            << position;
    for (const char* directions : {"0\\0\\0\\0\\0\\0", "1\\0\\0\\1\\0\\0", "1\\0\\0", "2\\0\\0\\0\\2\\0"})
        EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1).text(tag::kImageOrientationPatient, "DS", directions)),
                  damaged)
            << directions;
    for (const char* spacing : {"0\\0", "-1\\1", "1", "1e9\\1", "nan\\nan"})
        EXPECT_EQ(whyListed(RawDicom::ctSlice(0, 1).text(tag::kPixelSpacing, "DS", spacing)), damaged)
            << spacing;
}

TEST(OddFiles, UnmarkedResearchImageOpensWithAWarning) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1)
        .text(tag::kModality, "CS", "OT")
        .text(tag::kSopClassUid, "UI", imaging::uid::kSecondaryCapture)
        .remove(tag::kRescaleSlope)
        .remove(tag::kRescaleIntercept)
        .write(folder.path() / "file");
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->at(3, 0, 0), 24);
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::NotCt));
}

TEST(OddFiles, EveryWayOfWritingGivesTheSameValues) {
    for (const auto form : {RawDicom::Form::Explicit, RawDicom::Form::Implicit, RawDicom::Form::BigEndian}) {
        for (bool hasPreamble : {true, false}) {
            const TempFolder folder;
            RawDicom file = RawDicom::ctSlice(0, 1).form(form);
            if (!hasPreamble) file.withoutPreamble();
            file.write(folder.path() / "file");
            const VolumePtr volume = loadOnly(folder.path());
            ASSERT_TRUE(volume);
            EXPECT_EQ(volume->at(0, 0, 0), -1024);
            EXPECT_EQ(volume->at(3, 2, 0), 1000);
            EXPECT_EQ(volume->grid().slicePositions()[0], (PatientPoint{-10, -20, 0}));
        }
    }
}

TEST(OddFiles, ClaimedLengthIsNotBelieved) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1)
        .text(tag::kPatientName, "PN", "Phantom")
        .form(RawDicom::Form::Implicit)
        .lieAboutLength(tag::kPatientName, 4000000000u)
        .write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_FALSE(contents);
    EXPECT_THAT(contents.error().message, ::testing::HasSubstr("damaged"));
}

/// Any cut and any flipped byte: an answer or a sentence, never a crash.
TEST(OddFiles, CutOrGarbledFilesNeverCrash) {
    const TempFolder folder;
    const fs::path whole = folder.path() / "whole", garbled = folder.path() / "garbled";
    RawDicom::ctSlice(0, 1).text(tag::kPatientName, "PN", "Phantom").write(whole);
    std::ifstream in(whole, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    std::mt19937 random(7);
    int opened = 0, refused = 0;
    const auto tryOut = [&](const std::string& text) {
        writeText(garbled, text);
        const auto contents = scanFolder(garbled, {});
        if (!contents) {
            EXPECT_FALSE(contents.error().message.empty());
            ++refused;
            return;
        }
        const auto loaded = loadSeries(contents->series.at(0), {});
        loaded ? ++opened : ++refused;
    };
    for (std::size_t length = 0; length < bytes.size(); ++length)
        tryOut(bytes.substr(0, length));
    EXPECT_EQ(opened, 0) << "a file that is cut off anywhere lacks pixels";
    for (int round = 0; round < 800; ++round) {
        std::string text = bytes;
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
            text[128 + random() % (text.size() - 128)] = static_cast<char>(random());
        tryOut(text);
    }
    EXPECT_GT(opened, 0);
    EXPECT_GT(refused, 0);
}

} // namespace
} // namespace hemo::testing
