// Values as writers in the field spell them: each must be the HU that was meant, or be said.

#include "tests/unit/imaging/field_test.h"

namespace hemo::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Values = std::vector<int>;
constexpr auto kGeometry = LoadWarning::Kind::Geometry;

// ---- half a scale

TEST(FieldScale, WithoutASlopeTheInterceptStillCounts) {
    for (const auto& change :
         std::vector<void (*)(RawDicom&)>{[](RawDicom& f) { f.remove(tag::kRescaleSlope); },
                                          [](RawDicom& f) { f.text(tag::kRescaleSlope, "DS", ""); },
                                          [](RawDicom& f) { f.text(tag::kRescaleSlope, "DS", "  "); }}) {
        RawDicom file = RawDicom::ctSlice(0, 1);
        change(file);
        const Opened opened = openFile(file);
        EXPECT_EQ(opened.hu(), sliceHu()) << opened.trouble;
        EXPECT_EQ(opened.warnings(), "The files name no slope of the scale to HU: 1 is taken.");
    }
}

TEST(FieldScale, WithoutAnInterceptTheSlopeStillCounts) {
    const Opened opened =
        openFile(RawDicom::ctSlice(0, 1).text(tag::kRescaleSlope, "DS", "2").remove(tag::kRescaleIntercept));
    EXPECT_EQ(opened.hu(), (Values{-2000, -1998, 0, 48}));
    EXPECT_EQ(opened.warnings(), "The files name no intercept of the scale to HU: 0 is taken.");
}

TEST(FieldScale, ASlopeThatIsNoNumberIsNotGuessed) {
    const Opened opened = openFile(RawDicom::ctSlice(0, 1).text(tag::kRescaleSlope, "DS", "one"));
    EXPECT_THAT(opened.warnings(), HasSubstr("name no scale to HU"));
}

// ---- decimal commas, bytes of zero

TEST(FieldNumbers, ACommaIsTheDecimalPointThatItStandsFor) {
    const Opened opened = openFile(RawDicom::ctSlice(0, 1)
                                       .text(tag::kRescaleSlope, "DS", "0,5")
                                       .text(tag::kRescaleIntercept, "DS", "-24,0")
                                       .text(tag::kPixelSpacing, "DS", "0,5\\0,25")
                                       .text(tag::kImagePositionPatient, "DS", "-10,5\\-20\\1,25e1"));
    EXPECT_EQ(opened.hu(), (Values{-524, -524, -24, -12})) << opened.trouble;
    ASSERT_TRUE(opened.volume);
    EXPECT_EQ(opened.volume->grid().rowSpacingMm(), 0.5);
    EXPECT_EQ(opened.volume->grid().columnSpacingMm(), 0.25);
    EXPECT_EQ(opened.volume->grid().slicePositions()[0], (PatientPoint{-10.5, -20, 12.5}));
    EXPECT_THAT(opened.info.warnings, IsEmpty());
}

TEST(FieldNumbers, TwoCommasOrACommaAndAPointAreNoNumber) {
    for (const char* spacing : {"1,000,5\\1", "1,000.5\\1", "0,5,0,25"})
        EXPECT_THAT(openFile(RawDicom::ctSlice(0, 1).text(tag::kPixelSpacing, "DS", spacing)).trouble,
                    HasSubstr("damaged"))
            << spacing;
}

TEST(FieldNumbers, ZeroBytesBehindAndBetweenNumbersAreNoDamage) {
    using namespace std::string_literals;
    for (const std::string& spacing :
         {"0.5\0\0\\0.25\0"s, "0.5\0junk\\0.25\0x"s, "0.5\0\0000.25"s, "0.5\0\\0.25"s}) {
        const Opened opened = openFile(RawDicom::ctSlice(0, 1).text(tag::kPixelSpacing, "DS", spacing));
        ASSERT_TRUE(opened.volume) << spacing << ": " << opened.trouble;
        EXPECT_EQ(opened.volume->grid().rowSpacingMm(), 0.5) << spacing;
        EXPECT_EQ(opened.volume->grid().columnSpacingMm(), 0.25) << spacing;
    }
}

// ---- padding

/// A slice whose corner pixels are `padding`, in 16 unsigned bits from -1024 HU on; 40 HU between.
RawDicom padded(std::uint16_t padding, std::uint16_t inside = 1064) {
    std::vector<std::uint16_t> stored(16, inside);
    for (const std::size_t corner : {0, 3, 12, 15})
        stored[corner] = padding;
    stored[5] = 0;
    return RawDicom::ctSlice(0, 1)
        .word(tag::kRows, "US", 4)
        .word(tag::kPixelRepresentation, "US", 0)
        .text(tag::kRescaleIntercept, "DS", "-1024")
        .pixels(stored);
}

TEST(FieldPadding, AboveAllThatCtCanHoldIsOutsideNotWhite) {
    for (const std::uint16_t padding : {64000, 65000, 65535}) {
        const Opened opened = openFile(padded(padding)
                                           .word(tag::kPixelPaddingValue, "US", 64000)
                                           .word(tag::kPixelPaddingRangeLimit, "US", 65535));
        EXPECT_EQ(opened.hu(6), (Values{kOutsideHu, 40, 40, kOutsideHu, 40, -1024})) << padding;
        EXPECT_THAT(opened.info.warnings, IsEmpty()) << padding;
    }
    const Opened alone =
        openFile(padded(63536).word(tag::kPixelPaddingValue, "US", 63536)); // -2000, unsigned
    EXPECT_EQ(alone.hu(2), (Values{kOutsideHu, 40}));
}

TEST(FieldPadding, AsBrightAsMetalIsPaddingOnlyWhereTheCornersShowIt) {
    const Opened corners = openFile(padded(4095).word(tag::kPixelPaddingValue, "US", 4095));
    EXPECT_EQ(corners.hu(2), (Values{kOutsideHu, 40}));
    const Opened metal = openFile(padded(24, 4095).word(tag::kPixelPaddingValue, "US", 4095));
    EXPECT_EQ(metal.hu(2), (Values{-1000, 3071})) << "an implant is no hole";
    EXPECT_THAT(metal.warnings(), HasSubstr("padding value that tissue has too"));
}

TEST(FieldPadding, AmongTissueItIsNeverUsedAndOnlySaidWhereAPixelHasIt) {
    const Opened used = openFile(padded(1064).word(tag::kPixelPaddingValue, "US", 1064));
    EXPECT_EQ(used.hu(2), (Values{40, 40}));
    EXPECT_THAT(used.warnings(), HasSubstr("padding value that tissue has too"));
    const Opened absent = openFile(padded(24).word(tag::kPixelPaddingValue, "US", 1074));
    EXPECT_EQ(absent.hu(2), (Values{-1000, 40}));
    EXPECT_THAT(absent.info.warnings, IsEmpty()) << "no pixel has it";
}

TEST(FieldPadding, ARangeFromAirToWhiteIsNotBelieved) {
    const Opened opened = openFile(
        padded(24).word(tag::kPixelPaddingValue, "US", 0).word(tag::kPixelPaddingRangeLimit, "US", 65535));
    EXPECT_EQ(opened.hu(2), (Values{-1000, 40}));
}

// ---- bits that cannot be

RawDicom withBits(int stored, int high, bool isSigned = true) {
    return RawDicom::ctSlice(0, 1)
        .word(tag::kBitsStored, "US", static_cast<std::uint16_t>(stored))
        .word(tag::kHighBit, "US", static_cast<std::uint16_t>(high))
        .word(tag::kPixelRepresentation, "US", isSigned);
}

TEST(FieldBits, OfTwoThatContradictThePictureChooses) {
    for (const auto& [stored, high] :
         std::vector<std::pair<int, int>>{{16, 11}, {17, 15}, {12, 16}, {16, 20}, {14, 11}}) {
        const Opened opened = openFile(withBits(stored, high));
        EXPECT_EQ(opened.hu(), sliceHu()) << stored << " and " << high << ": " << opened.trouble;
        EXPECT_THAT(opened.warnings(), HasSubstr("contradict themselves on the bits"))
            << stored << " and " << high;
    }
}

TEST(FieldBits, OverlayBitsAboveAContradictionAreNoValues) {
    std::vector<std::uint16_t> stored;
    for (std::uint16_t v = 0; v < 12; ++v)
        stored.push_back(static_cast<std::uint16_t>((1000 + v) | (v % 2 ? 0xf000 : 0)));
    const Opened opened = openFile(withBits(16, 11, false).pixels(stored));
    EXPECT_EQ(opened.hu(), (Values{976, 977, 978, 979}));
}

TEST(FieldBits, ValuesInTheLowerBitsAreReadThereWhateverTheHeaderSays) {
    std::vector<std::uint16_t> stored{0, 24, 1064, 1065, 1066, 1067, 1068, 1069, 1070, 1071, 1072, 2023};
    const Opened lower =
        openFile(withBits(12, 15, false).text(tag::kRescaleIntercept, "DS", "-1024").pixels(stored));
    EXPECT_EQ(lower.hu(), (Values{-1024, -1000, 40, 41}));
    for (std::uint16_t& value : stored)
        value = static_cast<std::uint16_t>(value << 4);
    const Opened upper =
        openFile(withBits(12, 15, false).text(tag::kRescaleIntercept, "DS", "-1024").pixels(stored));
    EXPECT_EQ(upper.hu(), (Values{-1024, -1000, 40, 41})) << "where they lie in the upper ones they stay";
    EXPECT_EQ(upper.warnings(), "");
}

// ---- what the values are

TEST(FieldUnits, WhatWritersCallHounsfieldUnitsIsHu) {
    for (const char* type :
         {"HU", "hu", "Hu", "H.U.", "HU\\HU", "HUHU", "Hounsfield", "HOUNSFIELD UNITS", "Hounsfield Unit",
          "Houndsfield", "Hounsfeld", "HOUNSFEILD UNITS", "[hnsf'U]", "HU_MOD", "US", ""}) {
        const Opened opened = openFile(RawDicom::ctSlice(0, 1).text(tag::kRescaleType, "LO", type));
        EXPECT_EQ(opened.hu(), sliceHu()) << type << ": " << opened.trouble;
        EXPECT_THAT(opened.info.warnings, IsEmpty()) << type;
    }
}

TEST(FieldUnits, AWordThatSaysNothingIsAWarning) {
    for (const char* type : {"NONE", "UNSPECIFIED", "unspecified", "UNKNOWN", "N/A", "-"}) {
        const Opened opened = openFile(RawDicom::ctSlice(0, 1).text(tag::kRescaleType, "LO", type));
        EXPECT_EQ(opened.hu(), sliceHu()) << type << ": " << opened.trouble;
        EXPECT_EQ(opened.warnings(), "The files do not say what their values are: they are taken as HU.")
            << type;
    }
}

TEST(FieldUnits, OtherQuantitiesAreStillRefused) {
    for (const char* type : {"Z_EFF", "OD", "ED", "MGML", "PCT", "EDW", "HUMIDITY"})
        EXPECT_THAT(openFile(RawDicom::ctSlice(0, 1).text(tag::kRescaleType, "LO", type)).trouble,
                    HasSubstr("no Hounsfield units"))
            << type;
}

TEST(FieldUnits, SiemensDirectDensityIsNoHu) {
    const auto made = [](const char* kernel, const char* maker) {
        return openFile(RawDicom::ctSlice(0, 1)
                            .text(tag::kConvolutionKernel, "SH", kernel)
                            .text(tag::kManufacturer, "LO", maker))
            .trouble;
    };
    EXPECT_EQ(made("Sd36", "SIEMENS"),
              "These images show densities (kernel Sd36): their values are no Hounsfield units.");
    EXPECT_THAT(made("Sd36f\\3", "Siemens Healthineers"), HasSubstr("no Hounsfield units"));
    EXPECT_THAT(made("Sm36", ""), HasSubstr("no Hounsfield units"));
    for (const char* kernel : {"Hr38", "STANDARD", "SD", "H31s"})
        EXPECT_EQ(made(kernel, "SIEMENS"), "") << kernel;
    EXPECT_EQ(made("Sd36", "GE MEDICAL SYSTEMS"), "");
}

TEST(FieldUnits, CodesInSmallLettersAreTheSameCodes) {
    const Opened opened = openFile(RawDicom::ctSlice(0, 1)
                                       .text(tag::kModality, "CS", "ct")
                                       .text(tag::kPhotometricInterpretation, "CS", "Monochrome2"));
    EXPECT_EQ(opened.hu(), sliceHu()) << opened.trouble;
    EXPECT_THAT(opened.info.warnings, IsEmpty());
    EXPECT_EQ(opened.info.modality, "CT");
    EXPECT_THAT(
        openFile(RawDicom::ctSlice(0, 1).text(tag::kImageType, "CS", "original\\primary\\localizer")).trouble,
        HasSubstr("scout"));
}

} // namespace
} // namespace hemo::testing
