#include "core/imaging/write/write_png.h"
#include "core/imaging/write/write_series.h"
#include "core/study/derive_uid.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cstdlib>
#include <fstream>
#include <png.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using imaging::writePng;
using imaging::writeSeries;

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(WriteSeries, SameVolumeGivesTheSameFiles) {
    const TempFolder one, other;
    const auto first = writeOddSeries({}, one.path()), second = writeOddSeries({}, other.path());
    ASSERT_EQ(first.size(), 7u);
    for (std::size_t i = 0; i < first.size(); ++i)
        EXPECT_EQ(bytesOf(first[i]), bytesOf(second[i]));
}

TEST(WriteSeries, NeverWritesOverAFile) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const std::string before = bytesOf(files[3]);
    OddStack other;
    other.tiltDegrees = 5;
    const auto again = writeSeries(*oddVolume(other), {}, folder.path(), {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::WriteFailed);
    EXPECT_EQ(bytesOf(files[3]), before);
}

TEST(WriteSeries, StoppedHalfwayLeavesNothingBehind) {
    const TempFolder folder;
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&](double, const Message&) { stop.request_stop(); });
    OddStack stack;
    stack.slices = 300; // so many that the other threads are not through with them when it is told to stop
    const auto written = writeSeries(*oddVolume(stack), {}, folder.path() / "new", context);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::is_empty(folder.path() / "new"));
}

TEST(WriteSeries, AFileWhereTheFolderShouldBeIsAnError) {
    const TempFolder folder;
    writeText(folder.path() / "taken", "");
    EXPECT_FALSE(writeSeries(*oddVolume({}), {}, folder.path() / "taken", {}));
}

TEST(WriteSeries, RealValuesNeverBecomePadding) {
    OddStack stack;
    stack.paddedCorners = {0};
    const Grid grid = oddGrid(stack);
    std::vector<std::int16_t> voxels(grid.voxelCount(), -1024); // stored as 0, which is the padding value
    voxels[0] = kOutsideHu;
    const TempFolder folder;
    ASSERT_TRUE(writeSeries(Volume(grid, voxels, "1.2.3"), {}, folder.path(), {}));
    const VolumePtr loaded = loadOnly(folder.path());
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->voxels()[0], kOutsideHu);
    EXPECT_EQ(std::count(loaded->voxels().begin(), loaded->voxels().end(), kOutsideHu), 1);
}

TEST(WriteSeries, AnInvalidSeriesUidIsReplacedByAValidOne) {
    const TempFolder folder;
    OddStack stack;
    stack.seriesUid = "ID_502867d897";
    writeOddSeries(stack, folder.path());
    EXPECT_TRUE(isValidUid(scanFolder(folder.path(), {})->series.at(0).seriesInstanceUid));
}

TEST(WriteSeries, TheTiltTagHasTheSignThatScannersGiveIt) {
    if (std::system("command -v dcmdump > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "dcmdump (dcmtk) is not installed";
    const TempFolder folder;
    OddStack stack;
    stack.tiltDegrees = -18.5; // column direction leans down at the back, as in a GE head of +18.5 degrees
    const auto files = writeOddSeries(stack, folder.path());
    const fs::path out = folder.path() / "out.txt";
    ASSERT_EQ(std::system(
                  ("dcmdump +P 0018,1120 \"" + files[0].string() + "\" > \"" + out.string() + "\"").c_str()),
              0);
    EXPECT_THAT(bytesOf(out), ::testing::HasSubstr("[18.5"));
}

/// dcmtk's reader, where it is installed, finds nothing to complain about.
TEST(WriteSeries, AnotherToolkitReadsTheFiles) {
    if (std::system("command -v dcmdump > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "dcmdump (dcmtk) is not installed";
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const fs::path out = folder.path() / "out.txt";
    ASSERT_EQ(std::system(("dcmdump +W \"" + folder.path().string() + "\" \"" + files[0].string() +
                           "\" > \"" + out.string() + "\" 2>&1")
                              .c_str()),
              0);
    const std::string dump = bytesOf(out);
    EXPECT_THAT(dump, ::testing::HasSubstr("=CTImageStorage"));
    EXPECT_THAT(dump, ::testing::HasSubstr("[-85.25\\-80.5\\-17.5]"));
    for (const char* complaint : {"W:", "E:", "F:"})
        EXPECT_THAT(dump, ::testing::Not(::testing::HasSubstr(complaint)));
}

TEST(WritePng, PixelsComeBack) {
    const TempFolder folder;
    RgbaImage image(3, 2, {1, 2, 3});
    image.at(2, 0) = {250, 128, 7};
    ASSERT_TRUE(writePng(image, folder.path() / "picture.png"));

    png_image png{};
    png.version = PNG_IMAGE_VERSION;
    ASSERT_TRUE(png_image_begin_read_from_file(&png, (folder.path() / "picture.png").c_str()));
    EXPECT_EQ(png.width, 3u);
    EXPECT_EQ(png.height, 2u);
    png.format = PNG_FORMAT_RGBA;
    RgbaImage back(3, 2);
    ASSERT_TRUE(png_image_finish_read(&png, nullptr, back.pixels.data(), 0, nullptr));
    EXPECT_EQ(back, image);
}

TEST(WritePng, AFolderThatIsNotThereIsAnError) {
    const TempFolder folder;
    const auto written = writePng(RgbaImage(2, 2), folder.path() / "nowhere" / "picture.png");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::WriteFailed);
}

} // namespace
} // namespace hemo::testing
