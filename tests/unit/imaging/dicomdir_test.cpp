#include "tests/support/damage.h"
#include "tests/support/made_zip.h"
#include "tests/unit/imaging/imaging_test.h"

#include <cctype>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;
using ::testing::HasSubstr;
using ::testing::StartsWith;

RawDicom recordOf(const std::string& fileId) {
    RawDicom record;
    record
        .longWords({0x0004, 0x1400}, {4711}) // offsets lead in circles: nobody follows them
        .word(tag::kRecordInUseFlag, "US", 0xffff)
        .text({0x0004, 0x1430}, "CS", fileId.empty() ? "PATIENT" : "IMAGE")
        .text(tag::kPatientName, "PN", "Nobody");
    if (!fileId.empty()) record.text(tag::kReferencedFileId, "CS", fileId);
    return record;
}

RawDicom directoryOf(const std::vector<std::string>& fileIds) {
    std::vector<RawDicom> records{recordOf("")};
    for (const std::string& fileId : fileIds)
        records.push_back(recordOf(fileId));
    RawDicom directory;
    directory.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
        .text({0x0004, 0x1130}, "CS", "HEAD")
        .sequence(tag::kDirectoryRecordSequence, records);
    return directory;
}

FolderContents scanned(const fs::path& path) {
    auto contents = scanFolder(path, {});
    if (contents) return *contents;
    ADD_FAILURE() << contents.error().message;
    return {};
}

/// A CD: three slices below PAT1/ST1, one of them nowhere named, and a DICOMDIR.
void writeCd(const fs::path& folder, const std::vector<std::string>& fileIds) {
    fs::create_directories(folder / "PAT1" / "ST1");
    for (int k = 1; k <= 3; ++k)
        RawDicom::ctSlice(5 * k, k).write(folder / "PAT1" / "ST1" / ("IM" + std::to_string(k)));
    directoryOf(fileIds).write(folder / "DICOMDIR");
}

TEST(Dicomdir, OpensTheFilesThatItNames) {
    const TempFolder folder;
    writeCd(folder.path(), {"PAT1\\ST1\\IM1", "PAT1\\ST1\\IM2", "PAT1\\ST1\\IM2"});
    const FolderContents contents = scanned(folder.path() / "DICOMDIR");
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 2);
    EXPECT_EQ(contents.filesSeen, 2);
    EXPECT_EQ(contents.filesSkipped, 0);
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(Dicomdir, WhateverItsNameContentDecides) {
    const TempFolder folder;
    writeCd(folder.path(), {"PAT1\\ST1\\IM1"});
    fs::rename(folder.path() / "DICOMDIR", folder.path() / "index.bin");
    EXPECT_EQ(scanned(folder.path() / "index.bin").series.at(0).imageCount, 1);
}

TEST(Dicomdir, InAnOpenedFolderTheFilesThemselvesDecide) {
    const TempFolder folder;
    writeCd(folder.path(), {"PAT1\\ST1\\IM1", "GONE"});
    const FolderContents contents = scanned(folder.path());
    EXPECT_EQ(contents.series.at(0).imageCount, 3);
    EXPECT_EQ(contents.filesSeen, 3);
    EXPECT_EQ(contents.filesSkipped, 0) << "a DICOMDIR is no file too many";
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(Dicomdir, InAnArchiveTheFilesThemselvesDecide) {
    const TempFolder folder;
    writeCd(folder.path() / "cd", {"PAT1\\ST1\\IM1"});
    MadeZip().addFolder(folder.path() / "cd").write(folder.path() / "cd.zip");
    const FolderContents contents = scanned(folder.path() / "cd.zip");
    EXPECT_EQ(contents.series.at(0).imageCount, 3);
    EXPECT_EQ(contents.filesSeen, 3);
    EXPECT_EQ(contents.filesSkipped, 0);
}

TEST(Dicomdir, NamesFitInEitherCaseAndWithAVersion) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "pat1");
    RawDicom::ctSlice(0, 1).write(folder.path() / "pat1" / "im1;1");
    RawDicom::ctSlice(5, 2).write(folder.path() / "pat1" / "Im2.;1");
    RawDicom::ctSlice(10, 3).write(folder.path() / "pat1" / "im3");
    directoryOf({"PAT1\\IM1", "PAT1\\IM2", "PAT1/IM3"}).write(folder.path() / "dicomdir;1");
    const FolderContents contents = scanned(folder.path() / "dicomdir;1");
    EXPECT_EQ(contents.series.at(0).imageCount, 3);
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(Dicomdir, AFolderTakenOutOfItsMediumStillOpens) {
    const TempFolder folder;
    writeCd(folder.path(), {"STUDY7\\PAT1\\ST1\\IM1", "STUDY7\\PAT1\\ST1\\IM3"});
    EXPECT_EQ(scanned(folder.path() / "DICOMDIR").series.at(0).imageCount, 2);
}

TEST(Dicomdir, MissingFilesAreCountedAndNamed) {
    const TempFolder folder;
    writeCd(folder.path(), {"PAT1\\ST1\\IM1", "PAT1\\ST1\\IM7", "PAT1\\ST1\\IM8"});
    EXPECT_EQ(textOf(scanned(folder.path() / "DICOMDIR").warnings, Kind::Unreadable),
              "Two files that the DICOMDIR names are missing: PAT1/ST1/IM7, PAT1/ST1/IM8.");
    std::vector<std::string> many{"PAT1\\ST1\\IM1"};
    for (int i = 10; i < 30; ++i)
        many.push_back("PAT1\\ST1\\IM" + std::to_string(i));
    directoryOf(many).write(folder.path() / "DICOMDIR");
    EXPECT_EQ(textOf(scanned(folder.path() / "DICOMDIR").warnings, Kind::Unreadable),
              "20 files that the DICOMDIR names are missing: PAT1/ST1/IM10, PAT1/ST1/IM11, PAT1/ST1/IM12 and "
              "17 more.");
}

TEST(Dicomdir, NothingOutsideOfItsFolderIsOpened) {
    const TempFolder folder;
    writeCd(folder.path() / "cd",
            {"PAT1\\ST1\\IM1", "..\\secret", "PAT1\\..\\..\\secret", "/secret", "C:\\secret"});
    RawDicom::ctSlice(50, 9).write(folder.path() / "secret");
    const FolderContents contents = scanned(folder.path() / "cd" / "DICOMDIR");
    EXPECT_EQ(contents.series.at(0).imageCount, 1);
    EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
              "Four files that the DICOMDIR names lie outside of its folder and were left out.");
}

TEST(Dicomdir, RecordsNotInUseAreLeftOut) {
    const TempFolder folder;
    writeCd(folder.path(), {});
    RawDicom off = recordOf("PAT1\\ST1\\IM2");
    off.word(tag::kRecordInUseFlag, "US", 0);
    RawDicom directory;
    directory.text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
        .sequence(tag::kDirectoryRecordSequence, {recordOf("PAT1\\ST1\\IM1"), off});
    directory.write(folder.path() / "DICOMDIR");
    EXPECT_EQ(scanned(folder.path() / "DICOMDIR").series.at(0).imageCount, 1);
}

TEST(Dicomdir, DirectoriesThatNameEachOtherEnd) {
    const TempFolder folder;
    writeCd(folder.path(), {"SUB\\DIRFILE", "DICOMDIR", "PAT1\\ST1\\IM1"});
    fs::create_directories(folder.path() / "SUB");
    RawDicom::ctSlice(0, 9).write(folder.path() / "SUB" / "IM9");
    directoryOf({"SUB\\IM9", "SUB\\DIRFILE"}).write(folder.path() / "SUB" / "DIRFILE");
    EXPECT_EQ(scanned(folder.path() / "DICOMDIR").series.at(0).imageCount, 2);
}

TEST(Dicomdir, OneSentenceWhereItLeadsNowhere) {
    const TempFolder folder;
    const auto sentence = [&] { return scanFolder(folder.path() / "DICOMDIR", {}).error().message; };
    directoryOf({"A\\B"}).write(folder.path() / "DICOMDIR");
    EXPECT_THAT(english(sentence()), StartsWith("None of the files that this DICOMDIR names is there"));
    directoryOf({}).write(folder.path() / "DICOMDIR");
    EXPECT_THAT(english(sentence()), StartsWith("This DICOMDIR names no images"));
    RawDicom()
        .text(tag::kSopClassUid, "UI", imaging::uid::kMediaStorageDirectory)
        .write(folder.path() / "DICOMDIR");
    EXPECT_THAT(english(sentence()), StartsWith("This DICOMDIR is damaged"));
}

TEST(Dicomdir, CutOffAnywhereItEndsInASentenceOrInImages) {
    const TempFolder folder;
    writeCd(folder.path(), {"PAT1\\ST1\\IM1", "PAT1\\ST1\\IM2"});
    const std::string whole = readBytes(folder.path() / "DICOMDIR");
    forEachCut(whole, 17, [&](const std::string& cut) {
        writeBytes(folder.path() / "DICOMDIR", cut);
        const auto contents = scanFolder(folder.path() / "DICOMDIR", {});
        EXPECT_TRUE(contents || !contents.error().message.empty());
    });
}

TEST(Dicomdir, ThePhilipsDirfileOpensWhatItNames) {
    HEMO_NEEDS_SHARED_DATA();
    const FolderContents contents = scanned(sharedDicom() / "philips-phantom" / "DIRFILE");
    int images = 0;
    for (const SeriesInfo& series : contents.series)
        images = std::max(images, series.imageCount);
    EXPECT_EQ(images, 28);
    EXPECT_EQ(contents.filesSkipped, 0);
}

} // namespace
} // namespace hemo::testing
