#include "core/imaging/header/slice_header.h"
#include "core/imaging/source/open_image.h"
#include "tests/support/raw_dicom.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/imaging/imaging_test.h"

#include <clocale>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;

imaging::SliceHeader headerOf(const RawDicom& file) {
    const TempFolder folder;
    file.write(folder.path() / "file");
    const ImagePlace place{folder.path() / "file", {}, 0};
    auto bytes = imaging::openImage(place);
    EXPECT_TRUE(bytes);
    auto headers = imaging::parseSliceHeaders(place, *bytes);
    if (headers) return headers->front();
    ADD_FAILURE() << headers.error().message << " " << headers.error().detail;
    return {};
}

TEST(Header, NumbersAreReadWhateverTheirSpellingAndTheUsersLocale) {
    std::setlocale(LC_NUMERIC, "de_DE.UTF-8"); // where it is installed, "1.5" would become 1
    const auto header = headerOf(RawDicom::ctSlice(0, 1)
                                     .text(tag::kImagePositionPatient, "DS", " +1.5e1 \\-0020.25\\ .5")
                                     .text(tag::kWindowCenter, "DS", "00040\\00300")
                                     .text(tag::kWindowWidth, "DS", "00080\\01500"));
    std::setlocale(LC_NUMERIC, "C");
    EXPECT_EQ(header.position, (PatientPoint{15, -20.25, 0.5}));
    EXPECT_EQ(header.about.fileWindow, (WindowLevel{40, 80}));
}

TEST(Header, AWindowWithoutWidthIsNoWindow) {
    EXPECT_FALSE(
        headerOf(
            RawDicom::ctSlice(0, 1).text(tag::kWindowCenter, "DS", "40").text(tag::kWindowWidth, "DS", "0"))
            .about.fileWindow);
}

TEST(Header, SequencesAreWalkedOverHoweverTheyAreMarked) {
    // A sequence of undefined length with an item of undefined length that holds a number of rows: not ours.
    const std::string inside = std::string("\x28\0\x10\0US\x02\0\x63\0", 10);
    std::string item("\xfe\xff\0\xe0\xff\xff\xff\xff", 8);
    item.append(inside).append("\xfe\xff\x0d\xe0\0\0\0\0", 8);
    const std::string sequence = item + std::string("\xfe\xff\xdd\xe0\0\0\0\0", 8);
    for (const char* vr : {"SQ", "OB"}) {
        const auto header = headerOf(
            RawDicom::ctSlice(0, 1)
                .text({0x0008, 0x1140}, vr[0] == 'S' ? "SQ" : "UN", sequence)
                .lieAboutLength({0x0008, 0x1140},
                                vr[0] == 'S' ? 0xffffffff : static_cast<std::uint32_t>(sequence.size())));
        EXPECT_EQ(header.pixels.rows, 3);
        EXPECT_EQ(header.about.seriesInstanceUid, "1.2.3.4");
    }
}

TEST(Header, OrientationIsMadeExactlySquare) {
    const auto header = headerOf(RawDicom::ctSlice(0, 1).text(tag::kImageOrientationPatient, "DS",
                                                              "0.999\\0.001\\0\\0\\0.9483\\-0.3173"));
    ASSERT_TRUE(header.orientation);
    EXPECT_NEAR(dot(header.orientation->row, header.orientation->column), 0, 1e-15);
    EXPECT_NEAR(length(header.orientation->column), 1, 1e-15);
}

TEST(Header, EmptyValuesAreMissingNotDamaged) {
    const auto header = headerOf(RawDicom::ctSlice(0, 1)
                                     .text(tag::kImagePositionPatient, "DS", "")
                                     .text(tag::kPixelSpacing, "DS", " "));
    EXPECT_FALSE(header.position);
    EXPECT_FALSE(header.hasDamagedGeometry);
}

} // namespace
} // namespace hemo::testing
