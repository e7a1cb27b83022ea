#include "tests/unit/imaging/imaging_test.h"

namespace hemo::testing {
namespace {

using imaging::makeThumbnail;
namespace tag = imaging::tag;

/// Twelve pixels of eight bits that are no CT.
RawDicom picture(const std::string& photometric, int samples, const std::vector<std::uint8_t>& values) {
    RawDicom file = RawDicom::ctSlice(0, 1);
    file.word(tag::kSamplesPerPixel, "US", static_cast<std::uint16_t>(samples))
        .word(tag::kBitsAllocated, "US", 8)
        .word(tag::kBitsStored, "US", 8)
        .word(tag::kHighBit, "US", 7)
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kPhotometricInterpretation, "CS", photometric)
        .bytePixels(values);
    if (samples > 1) file.word(tag::kPlanarConfiguration, "US", 0);
    return file;
}

std::string wordBytes(const std::vector<int>& words) {
    std::string bytes;
    for (const int word : words) {
        bytes += static_cast<char>(word & 255);
        bytes += static_cast<char>(word >> 8);
    }
    return bytes;
}

RgbaImagePtr thumbnailOf(const RawDicom& file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    const auto contents = scanFolder(folder.path(), {});
    EXPECT_TRUE(contents);
    return contents ? makeThumbnail(contents->series.at(0)) : nullptr;
}

/// A palette of three entries of 16 bits, from stored value 7 on: red, green, blue.
RawDicom withPalette(RawDicom file) {
    file.text(tag::kRedPaletteDescriptor, "US", wordBytes({3, 7, 16}))
        .text(tag::kGreenPaletteDescriptor, "US", wordBytes({3, 7, 16}))
        .text(tag::kBluePaletteDescriptor, "US", wordBytes({3, 7, 16}))
        .text(tag::kRedPaletteData, "OW", wordBytes({0xC800, 0, 0}))
        .text(tag::kGreenPaletteData, "OW", wordBytes({0, 0x9600, 0}))
        .text(tag::kBluePaletteData, "OW", wordBytes({0, 0, 0x6400}));
    return file;
}

TEST(Thumbnail, PaletteGivesItsColours) {
    const auto thumbnail =
        thumbnailOf(withPalette(picture("PALETTE COLOR", 1, {7, 8, 9, 200, 0, 7, 7, 7, 7, 7, 7, 7})));
    ASSERT_TRUE(thumbnail);
    EXPECT_EQ(thumbnail->at(0, 0), (Rgba{200, 0, 0}));
    EXPECT_EQ(thumbnail->at(1, 0), (Rgba{0, 150, 0}));
    EXPECT_EQ(thumbnail->at(2, 0), (Rgba{0, 0, 100}));
    EXPECT_EQ(thumbnail->at(3, 0), (Rgba{0, 0, 100})) << "above the table: its last colour";
    EXPECT_EQ(thumbnail->at(0, 1), (Rgba{200, 0, 0})) << "below the table: its first";
}

TEST(Thumbnail, PaletteThatIsCutShortIsNoPicture) {
    RawDicom file = withPalette(picture("PALETTE COLOR", 1, std::vector<std::uint8_t>(12, 8)));
    EXPECT_FALSE(thumbnailOf(file.text(tag::kBluePaletteData, "OW", wordBytes({0}))));
    EXPECT_FALSE(thumbnailOf(file.remove(tag::kBluePaletteData)));
}

TEST(Thumbnail, BrightnessAndDifferencesBecomeColours) {
    std::vector<std::uint8_t> red;
    for (int p = 0; p < 12; ++p)
        red.insert(red.end(), {76, 85, 255}); // pure red, PS3.3 C.7.6.3.1.2
    const auto thumbnail = thumbnailOf(picture("YBR_FULL", 3, red));
    ASSERT_TRUE(thumbnail);
    EXPECT_NEAR(thumbnail->at(1, 1).r, 254, 2);
    EXPECT_NEAR(thumbnail->at(1, 1).g, 0, 2);
    EXPECT_NEAR(thumbnail->at(1, 1).b, 0, 2);
}

TEST(Thumbnail, FilmShowsItsMiddleFrame) {
    std::vector<std::uint8_t> frames;
    for (const std::uint8_t brightest : {50, 100, 150}) {
        frames.push_back(0);
        frames.insert(frames.end(), 10, brightest);
        frames.push_back(brightest == 100 ? 200 : brightest); // the middle one has a brighter corner
    }
    const auto thumbnail =
        thumbnailOf(picture("MONOCHROME2", 1, frames).text(tag::kNumberOfFrames, "IS", "3"));
    ASSERT_TRUE(thumbnail);
    EXPECT_EQ(thumbnail->at(0, 0).r, 0);
    EXPECT_EQ(thumbnail->at(1, 1).r, 128);
    EXPECT_EQ(thumbnail->at(3, 2).r, 255);
}

TEST(Thumbnail, PicturesOfTheSampleDataDecode) {
    const auto cases = sharedDicom() / "cases" / "barre";
    if (!std::filesystem::exists(cases)) GTEST_SKIP() << "the sample data is absent";
    for (const char* name : {"OT-PAL-8-face.dcm", "US-PAL-8-10x-echo.dcm", "US-RGB-8-epicard.dcm"}) {
        const auto contents = scanFolder(cases / name, {});
        ASSERT_TRUE(contents) << name;
        EXPECT_TRUE(makeThumbnail(contents->series.at(0))) << name;
    }
}

} // namespace
} // namespace hemo::testing
