// Values that cannot be true. Positions, directions and spacings one by one are in odd_files_test.cpp.

#include "tests/unit/damage/damage_test.h"

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using AbsurdValues = DamageTest;
using ::testing::HasSubstr;

std::string startOfFile() {
    std::string bytes(128, '\0');
    return bytes.append("DICM");
}

RawDicom slice() {
    return RawDicom::ctSlice(0, 1);
}

TEST_F(AbsurdValues, LargestSizeInATinyFileIsRefused) {
    for (const std::uint16_t side : {65535, 16384, 16000}) {
        const Met met = tryFile(slice().word(tag::kRows, "US", side).word(tag::kColumns, "US", side));
        EXPECT_EQ(met.opened, 0);
        EXPECT_EQ(met.refused, 1);
    }
}

TEST_F(AbsurdValues, LargestSizeOfACompressedSliceIsRefused) {
    for (const char* syntax : coding::kAll) {
        const Met met = tryFile(
            compressedSlice(syntax, 0, 1).word(tag::kRows, "US", 16384).word(tag::kColumns, "US", 16384));
        EXPECT_EQ(met.opened, 0) << syntax;
        EXPECT_EQ(met.refused, 1) << syntax;
    }
}

TEST_F(AbsurdValues, NoSizeIsRefused) {
    EXPECT_EQ(tryFile(slice().word(tag::kRows, "US", 0)).refused, 1);
    EXPECT_EQ(tryFile(slice().remove(tag::kColumns)).refused, 1);
    EXPECT_EQ(tryFile(slice().word(tag::kBitsAllocated, "US", 0)).refused, 1);
    EXPECT_EQ(tryFile(slice().word(tag::kSamplesPerPixel, "US", 65535)).refused, 1);
}

TEST_F(AbsurdValues, FramesThatAreClaimedAreNotMadeUp) {
    for (const char* frames : {"16384", "2147483647"}) {
        for (const char* sopClass : {imaging::uid::kCtImageStorage, imaging::uid::kEnhancedCtImageStorage}) {
            const Met met = tryFile(
                slice().text(tag::kNumberOfFrames, "IS", frames).text(tag::kSopClassUid, "UI", sopClass));
            EXPECT_LE(met.images, 1) << "the one that is there";
            EXPECT_TRUE(met.opened == 0 || met.warns("frame") || met.warns("image")) << frames;
        }
    }
}

TEST_F(AbsurdValues, BitsThatDoNotFitAreRefused) {
    for (const RawDicom& contradiction :
         {slice().word(tag::kBitsStored, "US", 17), slice().word(tag::kHighBit, "US", 16)}) {
        const Met met = tryFile(contradiction); // the other of the two can be
        EXPECT_EQ(met.opened, 1);
        EXPECT_TRUE(met.warns("contradict themselves"));
    }
    EXPECT_EQ(tryFile(slice().word(tag::kBitsStored, "US", 0)).opened, 0);
    EXPECT_EQ(tryFile(slice().word(tag::kBitsAllocated, "US", 64)).opened, 0);
}

TEST_F(AbsurdValues, SpacingPositionAndDirectionThatCannotBeAreNeverOpened) {
    for (const char* spacing : {"0\\0", "-0.5\\-0.5", "nan\\nan", "inf\\inf", "1e300\\1e300", "0.5"})
        EXPECT_EQ(tryFile(slice().text(tag::kPixelSpacing, "DS", spacing)).opened, 0) << spacing;
    for (const char* position : {"nan\\nan\\nan", "inf\\0\\0", "0\\0\\-inf", "1e300\\1e300\\1e300", "0\\0"})
        EXPECT_EQ(tryFile(slice().text(tag::kImagePositionPatient, "DS", position)).opened, 0) << position;
    for (const char* directions : {"1\\0\\0\\0.5\\0.8\\0", "1\\0\\0\\1\\0\\0", "0\\0\\0\\0\\0\\0",
                                   "nan\\0\\0\\0\\nan\\0", "5\\0\\0\\0\\5\\0"})
        EXPECT_EQ(tryFile(slice().text(tag::kImageOrientationPatient, "DS", directions)).opened, 0)
            << directions;
}

TEST_F(AbsurdValues, ScalesThatCannotBeAreNeverOpenedAsTheyStand) {
    for (const char* slope : {"0", "nan", "inf", "1e308", "-1e308", "one"}) {
        const Met met = tryFile(slice().text(tag::kRescaleSlope, "DS", slope));
        EXPECT_TRUE(met.opened == 0 || !met.warnings.empty()) << slope;
    }
    const Met met = tryFile(slice().text(tag::kRescaleIntercept, "DS", "1e308"));
    EXPECT_TRUE(met.opened == 0 || !met.warnings.empty());
}

TEST_F(AbsurdValues, WrongVrsAreReadOrRefused) {
    tryFile(slice().text(tag::kRows, "LO", "three"));
    tryFile(slice().text(tag::kBitsAllocated, "DS", "16.0"));
    tryFile(slice().word(tag::kImagePositionPatient, "US", 7));
    tryFile(slice().word(tag::kPixelSpacing, "FD", 1));
    tryFile(slice().text(tag::kSeriesInstanceUid, "SQ", "1.2.3.4"));
    tryFile(slice().text(tag::kPatientName, "XX", "Phantom"));
    tryFile(slice().text(tag::kRescaleSlope, "OW", "1"));
}

TEST_F(AbsurdValues, FewerPixelsThanClaimedAreRefused) {
    const Met met = tryFile(slice().pixels({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    EXPECT_EQ(met.opened, 0);
    EXPECT_EQ(met.refused, 1);
}

TEST_F(AbsurdValues, LengthOfPixelsThatIsALieIsRefused) {
    EXPECT_EQ(tryFile(slice().lieAboutLength(tag::kPixelData, 4000000000u)).opened, 1)
        << "all of them are there, only the length is wrong";
    EXPECT_EQ(tryFile(slice().lieAboutLength(tag::kPixelData, 2)).opened, 0);
    EXPECT_EQ(tryFile(slice().lieAboutLength(tag::kPixelData, 0xffffffffu)).opened, 1)
        << "no fragments: all of them are there";
}

TEST_F(AbsurdValues, MorePixelsThanClaimedOpen) {
    std::vector<std::uint16_t> many(4096, 24);
    EXPECT_EQ(tryFile(slice().pixels(many)).opened, 1);
}

TEST_F(AbsurdValues, SlicesOfMixedSizesAreNeverOneStack) {
    slice().write(folder() / "a");
    RawDicom::ctSlice(5, 2).write(folder() / "b");
    RawDicom::ctSlice(10, 3).word(tag::kRows, "US", 2).write(folder() / "c");
    RawDicom::ctSlice(15, 4).word(tag::kRows, "US", 4).word(tag::kColumns, "US", 3).write(folder() / "d");
    const Met met = openAround();
    EXPECT_EQ(met.opened, 3);
    EXPECT_EQ(met.images, 4);
}

TEST_F(AbsurdValues, ADataSetOfEmptyElementsIsRefusedInTime) {
    // 8 bytes an element: each must not cost more than it is worth.
    std::string bytes = startOfFile();
    for (int i = 0; i < 2'000'000; ++i)
        bytes += std::string("\x08\x00\x16\x00", 4) + std::string(4, '\0');
    EXPECT_EQ(tryFile(bytes).opened, 0);
}

TEST_F(AbsurdValues, SequencesInSequencesEnd) {
    std::string bytes = startOfFile();
    for (int i = 0; i < 200'000; ++i) // a sequence and an item, both without an end
        bytes +=
            std::string("\x08\x00\x40\x11SQ\x00\x00\xff\xff\xff\xff\xfe\xff\x00\xe0\xff\xff\xff\xff", 20);
    const Met met = tryFile(bytes);
    EXPECT_EQ(met.opened, 0);
    EXPECT_EQ(met.refused, 1);
}

} // namespace
} // namespace hemo::testing
