#include "tests/unit/imaging/imaging_test.h"

#include <unistd.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

Error errorOf(const fs::path& path) {
    const auto contents = scanFolder(path, {});
    if (!contents) return contents.error();
    ADD_FAILURE() << "the scan did not fail";
    return {};
}

FolderContents scanned(const fs::path& path) {
    auto contents = scanFolder(path, {});
    if (contents) return *contents;
    ADD_FAILURE() << contents.error().message;
    return {};
}

TEST(ScanFolder, MissingFolderIsNotFound) {
    const TempFolder folder;
    EXPECT_EQ(errorOf(folder.path() / "nowhere").code, ErrorCode::NotFound);
}

TEST(ScanFolder, EmptyFolderIsSaidToBe) {
    const TempFolder folder;
    const Error error = errorOf(folder.path());
    EXPECT_EQ(error.code, ErrorCode::NothingReadable);
    EXPECT_EQ(error.message, "This folder is empty.");
}

TEST(ScanFolder, FolderOfTextHasNoDicomImages) {
    const TempFolder folder;
    writeText(folder.path() / "report.txt", "no bleed seen");
    writeText(folder.path() / "empty.dcm", "");
    const Error error = errorOf(folder.path());
    EXPECT_EQ(error.code, ErrorCode::NothingReadable);
    EXPECT_EQ(error.message, "This folder has no DICOM images.");
}

TEST(ScanFolder, SingleTextFileIsNoDicomImage) {
    const TempFolder folder;
    writeText(folder.path() / "report.dcm", "no bleed seen");
    EXPECT_EQ(errorOf(folder.path() / "report.dcm").message, "This file is no DICOM image.");
}

TEST(ScanFolder, SingleFileOpens) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "a");
    RawDicom::ctSlice(5, 2).write(folder.path() / "b");
    const FolderContents contents = scanned(folder.path() / "a");
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 1);
}

TEST(ScanFolder, NoPermissionIsSaid) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything: run as a user to test this";
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "closed");
    fs::permissions(folder.path() / "closed", fs::perms::none);
    EXPECT_EQ(errorOf(folder.path() / "closed").code, ErrorCode::NoPermission);
    EXPECT_EQ(errorOf(folder.path()).code, ErrorCode::NoPermission);
    RawDicom::ctSlice(0, 1).write(folder.path() / "open");
    EXPECT_EQ(textOf(scanned(folder.path()).warnings, Kind::Unreadable),
              "One folder was left out: you have no permission to open it.");
}

TEST(ScanFolder, UnreadableFilesAreSaidToBe) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may read everything: run as a user to test this";
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "a");
    fs::permissions(folder.path() / "a", fs::perms::none);
    EXPECT_EQ(errorOf(folder.path()).code, ErrorCode::NoPermission);
}

TEST(ScanFolder, FindsFilesBelowWhateverTheirNamesAndSkipsTheRest) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "deep" / "er", Naming::WithoutEnding);
    writeText(folder.path() / "readme.txt", "hello");
    writeText(folder.path() / "deep" / "._I10", std::string(300, '\0'));
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 7);
    EXPECT_EQ(contents.filesSeen, 9);
    EXPECT_EQ(contents.filesSkipped, 2);
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(ScanFolder, LinksInACircleDoNotTrapIt) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "series");
    fs::create_directory_symlink(folder.path(), folder.path() / "series" / "back");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "broken");
    EXPECT_EQ(scanned(folder.path()).series.at(0).imageCount, 7);
}

TEST(ScanFolder, FilesAreInOrderOfPosition) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path(), Naming::Reversed);
    EXPECT_EQ(filesOf(scanned(folder.path()).series.at(0)), files);
}

TEST(ScanFolder, ScoutIsListedApartFromTheStackOfItsSeries) {
    const TempFolder folder;
    for (int k = 0; k < 3; ++k)
        RawDicom::ctSlice(5 * k, k + 2).write(folder.path() / ("slice" + std::to_string(k)));
    RawDicom::ctSlice(0, 1)
        .text(tag::kImageType, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER")
        .text(tag::kImageOrientationPatient, "DS", "0\\1\\0\\0\\0\\-1")
        .write(folder.path() / "scout");
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 2u);
    EXPECT_EQ(contents.series[0].use, SeriesUse::Volume);
    EXPECT_EQ(contents.series[0].imageCount, 3);
    EXPECT_TRUE(contents.series[0].warnings.empty());
    EXPECT_EQ(contents.series[1].use, SeriesUse::Listed);
    EXPECT_EQ(contents.series[1].whyListed, "This is a scout, a single overview image.");
    EXPECT_NE(contents.series[0].id, contents.series[1].id);
}

TEST(ScanFolder, SeriesOfTwoDirectionsIsTwoStacks) {
    const TempFolder folder;
    for (int k = 0; k < 3; ++k) {
        RawDicom::ctSlice(5 * k, k).write(folder.path() / ("axial" + std::to_string(k)));
        RawDicom::ctSlice(5 * k, 10 + k)
            .text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0.95\\-0.31225")
            .write(folder.path() / ("tilted" + std::to_string(k)));
    }
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 2u);
    EXPECT_EQ(contents.series[0].imageCount, 3);
    EXPECT_EQ(contents.series[1].imageCount, 3);
}

TEST(ScanFolder, DirectionsThatDifferByRoundingAreOneStack) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1)
        .text(tag::kImageOrientationPatient, "DS", "1\\0\\0\\0\\0.9483\\-0.3173")
        .write(folder.path() / "a");
    RawDicom::ctSlice(5, 2)
        .text(tag::kImageOrientationPatient, "DS",
              "1.000000\\0.000000\\0.000000\\0.000000\\0.948324\\-0.317305")
        .write(folder.path() / "b");
    EXPECT_EQ(scanned(folder.path()).series.size(), 1u);
}

TEST(ScanFolder, TwoSeriesOfOnePlaceAreKeptApart) {
    const TempFolder folder;
    OddStack stack;
    writeOddSeries(stack, folder.path() / "a");
    stack.seriesUid = "1.2.826.0.1.3680043.8.498.77.2";
    stack.slices = 9;
    writeOddSeries(stack, folder.path() / "b");
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 2u);
    EXPECT_EQ(contents.series[0].imageCount, 9) << "the longer stack comes first";
    EXPECT_EQ(contents.series[1].imageCount, 7);
}

TEST(ScanFolder, RepeatedPositionsAreToldAndTheFirstImageIsKept) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "z first");
    RawDicom::ctSlice(5, 2).write(folder.path() / "b");
    RawDicom::ctSlice(0, 7).write(folder.path() / "a repeat");
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 2);
    EXPECT_EQ(contents.series[0].images[0].file.filename(), "z first");
    EXPECT_THAT(textOf(contents.series[0].warnings, Kind::Duplicate),
                ::testing::StartsWith("One image lies in the same place as another"));
    const auto loaded = loadSeries(contents.series[0], {});
    ASSERT_TRUE(loaded);
    EXPECT_TRUE(hasWarning(loaded->info.warnings, Kind::Duplicate)) << "the warning is lost on opening";
}

TEST(ScanFolder, PhasesOfOneSeriesAreStacksOfTheirOwn) {
    const TempFolder folder;
    for (int phase = 1; phase <= 2; ++phase)
        for (int k = 0; k < 4; ++k)
            RawDicom::ctSlice(5 * k, phase * 10 + k)
                .text(tag::kAcquisitionNumber, "IS", std::to_string(phase))
                .write(folder.path() / std::to_string(phase * 10 + k));
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 2u);
    EXPECT_EQ(contents.series[0].imageCount, 4);
    EXPECT_EQ(contents.series[1].imageCount, 4);
    EXPECT_NE(contents.series[0].id, contents.series[1].id);
}

TEST(ScanFolder, MissingUidsDoNotMixPatients) {
    const TempFolder folder;
    for (const char* patient : {"A", "B"})
        for (int k = 0; k < 2; ++k)
            RawDicom::ctSlice(5 * k, k)
                .remove(tag::kSeriesInstanceUid)
                .remove(tag::kStudyInstanceUid)
                .text(tag::kPatientId, "LO", patient)
                .write(folder.path() / (patient + std::to_string(k)));
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 2u);
    EXPECT_NE(contents.series[0].seriesInstanceUid, "");
    EXPECT_NE(contents.series[0].seriesInstanceUid, contents.series[1].seriesInstanceUid);
}

TEST(ScanFolder, DirectoryObjectsAndReportsAreSkippedQuietly) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "image");
    RawDicom report;
    report.text(tag::kModality, "CS", "SR")
        .text(tag::kSeriesInstanceUid, "UI", "1.2.3.9")
        .write(folder.path() / "report");
    const FolderContents contents = scanned(folder.path());
    EXPECT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.filesSkipped, 1);
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(ScanFolder, DamagedFileIsAWarningBesideGoodOnes) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    truncateFile(files[0], 0.3);
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 6);
    EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
              files[0].filename().string() + " is damaged and was left out.");
}

TEST(ScanFolder, DamagedFileThatIsNamedAfterThePatientIsCountedAlone) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    const std::string name = scanned(folder.path()).series.at(0).patientName;
    ASSERT_FALSE(name.empty());
    truncateFile(files[0], 0.3);
    std::filesystem::rename(files[0], folder.path() / (name + ".dcm"));
    EXPECT_EQ(textOf(scanned(folder.path()).warnings, Kind::Unreadable),
              "One file is damaged and was left out.");
}

TEST(ScanFolder, SeveralDamagedFilesAreCounted) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    truncateFile(files[0], 0.3);
    truncateFile(files[1], 0.3);
    EXPECT_EQ(textOf(scanned(folder.path()).warnings, Kind::Unreadable),
              "Two files are damaged and were left out.");
}

TEST(ScanFolder, NothingButDamagedFilesIsSaidSo) {
    const TempFolder folder;
    for (const auto& file : writeOddSeries({}, folder.path()))
        truncateFile(file, 0.3);
    EXPECT_THAT(english(errorOf(folder.path()).message),
                ::testing::StartsWith("The DICOM files here are damaged"));
}

TEST(ScanFolder, TagsOfTheSeriesAreTaken) {
    const TempFolder folder;
    imaging::SeriesTags tags;
    tags.patientName = "Phantom^Päule";
    writeOddSeries({}, folder.path(), Naming::AsWritten, tags);
    const SeriesInfo info = scanned(folder.path()).series.at(0);
    EXPECT_EQ(info.patientName, "Phantom^Päule");
    EXPECT_EQ(info.patientId, "PHANTOM");
    EXPECT_EQ(info.description, "Head phantom 5 mm");
    EXPECT_EQ(info.modality, "CT");
    EXPECT_EQ(info.seriesNumber, 2);
    EXPECT_EQ(info.columns, 20);
    EXPECT_EQ(info.rows, 16);
    EXPECT_EQ(info.kvp, 120);
    EXPECT_EQ(info.fileWindow, (WindowLevel{40, 80}));
    EXPECT_EQ(info.patientPosition, "HFS");
}

TEST(ScanFolder, StopsWhenAsked) {
    const TempFolder folder;
    writeOddSeries({}, folder.path());
    std::stop_source stop;
    const TaskContext context(stop.get_token(), [&](double, const Message&) { stop.request_stop(); });
    const auto contents = scanFolder(folder.path(), context);
    ASSERT_FALSE(contents);
    EXPECT_EQ(contents.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace hemo::testing
