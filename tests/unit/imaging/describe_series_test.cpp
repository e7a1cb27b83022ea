// What a user reads of a series: parts of one series told apart, copies, unknown directions, drawings.

#include "tests/unit/imaging/imaging_test.h"

#include <array>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;

FolderContents scanned(const fs::path& path) {
    auto contents = scanFolder(path, {});
    if (contents) return *contents;
    ADD_FAILURE() << contents.error().message;
    return {};
}

void writeSlices(const fs::path& folder, int first, int count, auto change) {
    fs::create_directories(folder);
    for (int k = 0; k < count; ++k) {
        RawDicom file = RawDicom::ctSlice(5 * k, first + k);
        file.text(tag::kSeriesDescription, "LO", "Head");
        change(file);
        file.write(folder / std::to_string(first + k));
    }
}

std::vector<std::string> descriptions(const FolderContents& contents) {
    std::vector<std::string> all;
    for (const SeriesInfo& info : contents.series)
        all.push_back(info.description);
    return all;
}

TEST(DescribeSeries, TwoKernelsOfOneSeriesAreToldApartByTheirNames) {
    const TempFolder folder;
    writeSlices(folder.path(), 1, 6, [](RawDicom& f) { f.text(tag::kConvolutionKernel, "SH", "H60s"); });
    writeSlices(folder.path(), 11, 6, [](RawDicom& f) { f.text(tag::kConvolutionKernel, "SH", "H31s"); });
    const FolderContents contents = scanned(folder.path());
    EXPECT_EQ(descriptions(contents), (std::vector<std::string>{"Head, kernel H31s", "Head, kernel H60s"}));
    EXPECT_EQ(contents.bestSeriesId, contents.series[0].id) << "the soft one is read";
    EXPECT_EQ(contents.series[0].id, "1.2.3.4#2") << "numbered as they were made, not as they are ranked";
}

TEST(DescribeSeries, ARepeatIsToldApartByItsAcquisition) {
    const TempFolder folder;
    writeSlices(folder.path(), 1, 6, [](RawDicom& f) { f.text(tag::kAcquisitionNumber, "IS", "1"); });
    writeSlices(folder.path(), 11, 5, [](RawDicom& f) { f.text(tag::kAcquisitionNumber, "IS", "2"); });
    EXPECT_EQ(descriptions(scanned(folder.path())),
              (std::vector<std::string>{"Head, acquisition 1", "Head, acquisition 2"}));
}

TEST(DescribeSeries, PartsThatNothingTellsApartAreNumbered) {
    const TempFolder folder;
    for (int first : {1, 11})
        writeSlices(folder.path(), first, 6, [](RawDicom&) {});
    EXPECT_EQ(descriptions(scanned(folder.path())),
              (std::vector<std::string>{"Head, part 1", "Head, part 2"}));
}

TEST(DescribeSeries, ASeriesOfOnePartKeepsItsDescription) {
    const TempFolder folder;
    writeSlices(folder.path(), 1, 6, [](RawDicom& f) { f.text(tag::kConvolutionKernel, "SH", "H31s"); });
    EXPECT_EQ(descriptions(scanned(folder.path())), std::vector<std::string>{"Head"});
}

TEST(DescribeSeries, ThePartsOfOneSeriesKeepTheirIdsWhateverFilesAreCalled) {
    std::map<std::string, std::string> wanted;
    for (const bool isReversed : {false, true}) {
        const TempFolder folder;
        for (int n = 0; n < 12; ++n) {
            const bool isBone = n >= 6;
            RawDicom::ctSlice(5 * (n % 6), n + 1)
                .text(tag::kConvolutionKernel, "SH", isBone ? "H60s" : "H31s")
                .write(folder.path() / std::to_string(isReversed ? 99 - n : 10 + n));
        }
        std::map<std::string, std::string> kernels;
        for (const SeriesInfo& info : scanned(folder.path()).series)
            kernels[info.id] = info.kernel;
        if (wanted.empty()) wanted = kernels;
        EXPECT_EQ(kernels, wanted);
        EXPECT_EQ(kernels.size(), 2u);
    }
}

TEST(DescribeSeries, CopiesInAnotherFolderAreCountedAndPlacedAndNotShown) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path() / "a");
    fs::create_directories(folder.path() / "copy");
    for (std::size_t n : {1u, 2u})
        fs::copy_file(files[n], folder.path() / "copy" / ("x" + std::to_string(n)));
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 7);
    EXPECT_EQ(textOf(contents.series[0].warnings, Kind::Duplicate),
              "Two files are copies of others (at I 12.5 and I 7.5 mm) in another folder and are left out.");
    EXPECT_TRUE(hasWarning(loadSeries(contents.series[0], {})->info.warnings, Kind::Duplicate));
}

TEST(DescribeSeries, ACopyUnderAnotherNameIsSaidToBe) {
    const TempFolder folder;
    const auto files = writeOddSeries({}, folder.path());
    fs::copy_file(files[0], folder.path() / "zz");
    EXPECT_EQ(textOf(scanned(folder.path()).series.at(0).warnings, Kind::Duplicate),
              "One file is a copy of another (at I 17.5 mm) under another name and is left out.");
}

TEST(DescribeSeries, FilesOfTheSameBytesAreCopiesThoughNoUidSaysSo) {
    const TempFolder folder;
    writeSlices(folder.path(), 1, 5, [](RawDicom& f) { f.remove(tag::kSopInstanceUid); });
    fs::copy_file(folder.path() / "3", folder.path() / "zz");
    RawDicom::ctSlice(5 * 3, 4) // the same place and number, other pixels: another image
        .text(tag::kSeriesDescription, "LO", "Head")
        .remove(tag::kSopInstanceUid)
        .pixels({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
        .write(folder.path() / "other");
    const SeriesInfo info = scanned(folder.path()).series.at(0);
    EXPECT_EQ(info.imageCount, 5);
    EXPECT_THAT(
        textOf(info.warnings, Kind::Duplicate),
        ::testing::AllOf(::testing::HasSubstr("One image lies in the same place as another (at S 15.0 mm)"),
                         ::testing::HasSubstr("One file is a copy of another (at S 10.0 mm)")));
}

TEST(DescribeSeries, WithoutDirectionsNoSideIsKnownAndNoneIsNamed) {
    const TempFolder folder;
    for (int k : {0, 1, 2, 3, 6, 7})
        RawDicom::ctSlice(5 * k, k + 1)
            .remove(tag::kImageOrientationPatient)
            .write(folder.path() / std::to_string(k));
    const SeriesInfo info = scanned(folder.path()).series.at(0);
    EXPECT_FALSE(info.areDirectionsKnown);
    EXPECT_FALSE(info.slicePlane);
    EXPECT_EQ(
        textOf(info.warnings, Kind::Geometry),
        "The files name no directions: left and right are assumed, not known, so the views show no letters.");
    EXPECT_EQ(textOf(info.warnings, Kind::Gap),
              "Two slices are missing between 15.0 and 30.0 mm: expected a slice every 5 mm, found 15 mm.");
    const auto loaded = loadSeries(info, {});
    ASSERT_TRUE(loaded);
    EXPECT_FALSE(loaded->info.areDirectionsKnown) << "known again after opening";
    EXPECT_EQ(textOf(loaded->info.warnings, Kind::Gap), textOf(info.warnings, Kind::Gap));
}

TEST(DescribeSeries, SlicesAcrossTheBodyWithoutDirectionsAreNotTakenForRepeats) {
    const TempFolder folder;
    for (int k = 0; k < 6; ++k) // a sagittal scan whose directions were lost
        RawDicom::ctSlice(0, k + 1)
            .remove(tag::kImageOrientationPatient)
            .text(tag::kImagePositionPatient, "DS", std::to_string(-20 + 4 * k) + "\\-100\\50")
            .write(folder.path() / std::to_string(k));
    const SeriesInfo info = scanned(folder.path()).series.at(0);
    EXPECT_EQ(info.imageCount, 6);
    EXPECT_FALSE(info.areDirectionsKnown);
    EXPECT_NEAR(*info.sliceStepMm, 4, 1e-9);
}

TEST(DescribeSeries, KnownDirectionsNameThePlaneAndTheStep) {
    const TempFolder folder;
    OddStack stack;
    stack.tiltDegrees = 18.5;
    stack.sliceSpacingMm = 4.22;
    writeOddSeries(stack, folder.path());
    const SeriesInfo info = scanned(folder.path()).series.at(0);
    EXPECT_TRUE(info.areDirectionsKnown);
    EXPECT_EQ(info.slicePlane, ViewAxis::Axial);
    EXPECT_NEAR(info.sliceStepMm.value_or(0), 4.22, 1e-6) << "as the table moved";
}

RawDicom unmarked(int number, const std::vector<std::uint16_t>& pixels) {
    return RawDicom::ctSlice(5 * number, number)
        .text(tag::kModality, "CS", "OT")
        .text(tag::kSopClassUid, "UI", imaging::uid::kSecondaryCapture)
        .pixels(pixels);
}

TEST(DescribeSeries, DrawingsOfAResearchSetAreListedNotOpenedAsCt) {
    const TempFolder folder;
    const std::vector<std::uint16_t> mask{0, 0, 0, 32767, 32767, 0, 0, 32767, 0, 0, 0, 0}, empty(12, 0);
    unmarked(1, empty).write(folder.path() / "1"); // a slice with nothing drawn
    unmarked(2, mask).write(folder.path() / "2");
    unmarked(3, mask).write(folder.path() / "3");
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].use, SeriesUse::Listed);
    EXPECT_EQ(contents.series[0].whyListed,
              "These images hold only two values: they are a drawing made for other images, no CT.");
    EXPECT_EQ(contents.bestSeriesId, "");
}

TEST(DescribeSeries, UnmarkedImagesOfManyValuesStillOpen) {
    const TempFolder folder;
    for (int n : {1, 2, 3})
        unmarked(n, {64536, 64537, 0, 24, 25, 26, 27, 28, 29, 30, 31, 1024})
            .write(folder.path() / std::to_string(n));
    EXPECT_EQ(scanned(folder.path()).series.at(0).use, SeriesUse::Volume);
}

TEST(DescribeSeries, ACtOfTwoValuesThatIsMarkedAsCtIsBelieved) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).pixels({0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1}).write(folder.path() / "1");
    EXPECT_EQ(scanned(folder.path()).series.at(0).use, SeriesUse::Volume);
}

} // namespace
} // namespace hemo::testing
