#include "tests/unit/imaging/imaging_test.h"

#include <atomic>
#include <fstream>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;
using imaging::SeriesTags;

/// Equal but for the 16 letters that DICOM has for a number.
void expectSamePlaces(const Grid& loaded, const Grid& made) {
    ASSERT_EQ(loaded.slices(), made.slices());
    EXPECT_EQ(loaded.columns(), made.columns());
    EXPECT_EQ(loaded.rows(), made.rows());
    for (double k = 0; k < made.slices(); ++k)
        for (const VoxelIndex v :
             {VoxelIndex{0, 0, k}, {made.columns() - 1.0, 0, k}, {0, made.rows() - 1.0, k}})
            EXPECT_LT(length(loaded.toPatient(v) - made.toPatient(v)), 1e-9);
}

/// The stack as it was made comes back voxel for voxel.
void expectRoundTrip(const OddStack& stack, const SeriesTags& tags, Naming naming = Naming::AsWritten) {
    const TempFolder folder;
    writeOddSeries(stack, folder.path(), naming, tags);
    const VolumePtr made = oddVolume(stack), loaded = loadOnly(folder.path());
    ASSERT_TRUE(loaded);
    expectSamePlaces(loaded->grid(), made->grid());
    EXPECT_TRUE(std::ranges::equal(loaded->voxels(), made->voxels()));
    EXPECT_EQ(loaded->seriesInstanceUid(), stack.seriesUid);
}

TEST(LoadSeries, StackComesBackVoxelForVoxel) {
    expectRoundTrip({}, {});
}

TEST(LoadSeries, SignedValuesComeBack) {
    SeriesTags tags;
    tags.storage = SeriesTags::Storage::Signed16;
    tags.rescaleIntercept = 0;
    tags.paddingValue = -2000;
    OddStack stack;
    stack.paddedCorners = {0, 3};
    expectRoundTrip(stack, tags);
}

TEST(LoadSeries, ASlopeThatIsNotOneComesBack) {
    SeriesTags tags;
    tags.rescaleSlope = 0.5;
    tags.rescaleIntercept = -1024.5;
    expectRoundTrip({}, tags);
}

TEST(LoadSeries, Monochrome1ChangesDisplayNotHu) {
    SeriesTags tags;
    tags.photometric = SeriesTags::Photometric::Monochrome1;
    expectRoundTrip({}, tags);
}

TEST(LoadSeries, PaddingBecomesOutside) {
    OddStack stack;
    stack.paddedCorners = {2};
    expectRoundTrip(stack, {});
}

TEST(LoadSeries, OrderComesFromPositionsWhateverTheNames) {
    expectRoundTrip({}, {}, Naming::Shuffled);
    expectRoundTrip({}, {}, Naming::Reversed);
    expectRoundTrip({}, {}, Naming::WithoutEnding);
}

TEST(LoadSeries, GapAndTiltStayInTheGrid) {
    OddStack stack;
    stack.slices = 12;
    stack.missingSlices = {5, 6};
    stack.tiltDegrees = -12;
    expectRoundTrip(stack, {});
}

TEST(LoadSeries, MiddleSliceComesFirst) {
    const TempFolder folder;
    writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    std::vector<VolumePtr> previews;
    const auto loaded =
        loadSeries(contents->series[0], {}, [&](VolumePtr first) { previews.push_back(std::move(first)); });
    ASSERT_TRUE(loaded);
    ASSERT_EQ(previews.size(), 1u);
    EXPECT_EQ(previews[0]->grid().slices(), 1);
    EXPECT_TRUE(std::ranges::equal(previews[0]->slice(0), loaded->volume->slice(3)));
    EXPECT_EQ(previews[0]->grid().slicePositions()[0], loaded->volume->grid().slicePositions()[3]);
}

TEST(LoadSeries, ScaleIsReadPerSlice) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "a");
    RawDicom::ctSlice(5, 2).text(tag::kRescaleIntercept, "DS", "-124").write(folder.path() / "b");
    const VolumePtr volume = loadOnly(folder.path());
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->at(3, 0, 0), 0);    // stored 24
    EXPECT_EQ(volume->at(3, 0, 1), -100); // the same with the other intercept
}

TEST(LoadSeries, TruncatedSliceIsLeftOutWithAWarningAndNeverFilledWithWater) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    truncateFile(files[3], 0.9);
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().slices(), 6);
    EXPECT_EQ(loaded.info.images.size(), 6u);
    EXPECT_EQ(loaded.info.imageCount, 6);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable),
                ::testing::StartsWith("One image cannot be read"));
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Gap));
    EXPECT_TRUE(std::ranges::equal(volume->slice(3), oddVolume({})->slice(4))) << "slices moved up wrongly";
}

TEST(LoadSeries, FilesThatAreGoneAreSaidToBe) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    for (const auto& file : files)
        fs::remove(file);
    const auto loaded = loadSeries(contents->series[0], {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(loaded.error().message.empty());
}

TEST(LoadSeries, NothingDecodableIsDamaged) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    for (const auto& file : files)
        truncateFile(file, 0.8);
    const auto loaded = loadSeries(contents->series[0], {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
}

TEST(LoadSeries, AReplacedFileOfAnotherSizeIsLeftOut) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    RawDicom::ctSlice(0, 1).write(files[2]);
    const auto loaded = loadSeries(contents->series[0], {});
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->volume->grid().slices(), 6);
    EXPECT_TRUE(hasWarning(loaded->info.warnings, Kind::Unreadable));
}

TEST(LoadSeries, AFileReplacedByAnotherDirectionStopsTheLoad) {
    const TempFolder folder;
    OddStack stack;
    stack.columns = 4;
    stack.rows = 3;
    const auto files = writeOddSeries(stack, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    RawDicom::ctSlice(0, 1).text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0\\-1").write(files[2]);
    const auto loaded = loadSeries(contents->series[0], {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Damaged);
}

TEST(LoadSeries, FilesReplacedByAnotherPatientsOfTheSameSizeStopTheLoad) {
    const TempFolder folder;
    OddStack stack;
    SeriesTags tags;
    tags.patientId = "1", tags.patientName = "Doe^Jane";
    const auto files = writeOddSeries(stack, folder.path(), Naming::AsWritten, tags);
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    for (const char* what : {"another patient", "another series"}) {
        for (const auto& file : files)
            fs::remove(file);
        if (what == std::string("another patient"))
            tags.patientId = "2";
        else
            tags.patientId = "1", stack.seriesUid += ".7";
        ASSERT_EQ(writeOddSeries(stack, folder.path(), Naming::AsWritten, tags), files);
        bool isPreviewed = false;
        const auto loaded =
            loadSeries(contents->series[0], {}, [&](const VolumePtr&) { isPreviewed = true; });
        ASSERT_FALSE(loaded) << what;
        EXPECT_EQ(loaded.error().message, "The files of this series have changed: open the folder again.");
        EXPECT_FALSE(isPreviewed) << what;
    }
}

TEST(LoadSeries, StopsWhenAsked) {
    const TempFolder folder;
    writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    std::stop_source stop;
    int reports = 0;
    const TaskContext context(stop.get_token(), [&](double, const Message&) {
        ++reports;
        stop.request_stop();
    });
    const auto loaded = loadSeries(contents->series[0], context);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(reports, 1);
}

TEST(LoadSeries, ProgressGrowsAndNeverPassesOne) {
    const TempFolder folder;
    writeOddSeries({}, folder.path());
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    std::vector<double> fractions;
    const TaskContext context({}, [&](double fraction, const Message& stage) {
        EXPECT_EQ(stage, "Reading slices");
        fractions.push_back(fraction);
    });
    ASSERT_TRUE(loadSeries(contents->series[0], context));
    ASSERT_FALSE(fractions.empty());
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_LE(fractions.back(), 1);
}

TEST(LoadSeries, MissingScaleIsTold) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1)
        .remove(tag::kRescaleSlope)
        .remove(tag::kRescaleIntercept)
        .write(folder.path() / "a");
    imaging::LoadedSeries loaded;
    ASSERT_TRUE(loadOnly(folder.path(), &loaded));
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("no scale to HU"));
}

TEST(LoadSeries, ImagesWithoutAirAreTold) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).pixels(std::vector<std::uint16_t>(12, 60)).write(folder.path() / "a");
    imaging::LoadedSeries loaded;
    ASSERT_TRUE(loadOnly(folder.path(), &loaded));
    EXPECT_EQ(textOf(loaded.info.warnings, Kind::Scale),
              "The lowest value is 36 HU, so there is no air in these images: their scale may be wrong.");
}

TEST(LoadSeries, MissingPixelSizeIsTold) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).remove(tag::kPixelSpacing).write(folder.path() / "a");
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().columnSpacingMm(), 1);
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Geometry), ::testing::HasSubstr("no pixel size"));
}

TEST(LoadSeries, RowAndColumnSpacingAreNotSwapped) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "a"); // 0.5\0.25: between rows first (PS3.3 10.7.1.3)
    const VolumePtr volume = loadOnly(folder.path());
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->grid().rowSpacingMm(), 0.5);
    EXPECT_EQ(volume->grid().columnSpacingMm(), 0.25);
}

TEST(LoadSeries, PaddingAmongTissueIsNotBelieved) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).word(tag::kPixelPaddingValue, "SS", 25).write(folder.path() / "a");
    imaging::LoadedSeries loaded;
    const VolumePtr volume = loadOnly(folder.path(), &loaded);
    ASSERT_TRUE(volume);
    EXPECT_EQ(volume->at(0, 1, 0), 1) << "a hole in the brain";
    EXPECT_THAT(textOf(loaded.info.warnings, Kind::Scale), ::testing::HasSubstr("padding value"));
}

TEST(LoadSeries, LossyCompressionIsTold) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).text(tag::kLossyImageCompression, "CS", "01").write(folder.path() / "a");
    imaging::LoadedSeries loaded;
    ASSERT_TRUE(loadOnly(folder.path(), &loaded));
    EXPECT_TRUE(hasWarning(loaded.info.warnings, Kind::Lossy));
}

TEST(LoadSeries, ScoutCannotBeOpenedAndSaysWhy) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1)
        .text(tag::kImageType, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER")
        .write(folder.path() / "a");
    const auto contents = scanFolder(folder.path(), {});
    ASSERT_TRUE(contents);
    const auto loaded = loadSeries(contents->series[0], {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(loaded.error().message, contents->series[0].whyListed);
}

} // namespace
} // namespace hemo::testing
