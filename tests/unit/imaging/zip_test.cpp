#include "tests/unit/imaging/zip_test.h"

#include "core/imaging/source/open_image.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace hemo::testing {
namespace {

namespace tag = imaging::tag;
using Kind = LoadWarning::Kind;
using ::testing::HasSubstr;

TEST(Zip, OpensAsTheFolderDoes) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "study" / "deep" / "er", Naming::WithoutEnding);
    for (const std::uint16_t method : {0, 8}) {
        MadeZip().addFolder(folder.path() / "study", method).write(folder.path() / "zip");
        imaging::LoadedSeries fromFolder, fromZip;
        const VolumePtr expected = loadOnly(folder.path() / "study", &fromFolder);
        const VolumePtr actual = loadOnly(folder.path() / "zip", &fromZip);
        ASSERT_TRUE(expected && actual);
        EXPECT_TRUE(std::ranges::equal(expected->voxels(), actual->voxels()));
        EXPECT_EQ(expected->grid(), actual->grid());
        EXPECT_EQ(fromFolder.info.warnings, fromZip.info.warnings);
        ASSERT_EQ(fromZip.info.images.size(), fromFolder.info.images.size());
        for (std::size_t i = 0; i < fromZip.info.images.size(); ++i) {
            const ImagePlace& place = fromZip.info.images[i];
            EXPECT_EQ(place.file, folder.path() / "zip");
            EXPECT_EQ(folder.path() / "study" / place.member, fromFolder.info.images[i].file);
        }
        const FolderContents contents = scanned(folder.path() / "zip");
        EXPECT_EQ(contents.filesSeen, 7);
        EXPECT_EQ(contents.filesSkipped, 0);
        EXPECT_TRUE(contents.warnings.empty());
    }
}

TEST(Zip, IsFoundInAFolderWhateverItsName) {
    const TempFolder folder;
    MadeZip().add("a", sliceBytes(0, 1)).write(folder.path() / "slice.dcm");
    RawDicom::ctSlice(5, 2).write(folder.path() / "b");
    const FolderContents contents = scanned(folder.path());
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 2);
    EXPECT_EQ(contents.filesSeen, 2) << "the archive itself is no file of the study";
}

TEST(Zip, StreamedAndVeryLargeFormsOpen) {
    MadeMember streamed{"streamed", sliceBytes(0, 1)}, large{"large", sliceBytes(5, 2)};
    streamed.hasDescriptor = true;
    large.hasSize64 = true;
    const TempFolder folder;
    MadeZip().add(streamed).add(large).end64().comment("PK\5\6 is no end here").write(folder.path() / "zip");
    EXPECT_EQ(scanned(folder.path() / "zip").series.at(0).imageCount, 2);
    EXPECT_TRUE(loadOnly(folder.path() / "zip"));
}

TEST(Zip, NamesMayBeInAnyLanguageVeryLongAndWithBackslashes) {
    MadeMember umlaut{"Schädel/Jürgen 頭部/1", sliceBytes(0, 1)};
    umlaut.flags = 0x800;
    const MadeMember oldCodePage{"Sch\x84"
                                 "del/2",
                                 sliceBytes(5, 2)};
    const MadeMember longName{"3/" + std::string(3000, 'n'), sliceBytes(10, 3)};
    const MadeMember windows{"CT\\SERIES\\4", sliceBytes(15, 4)};
    const TempFolder folder;
    MadeZip().add(umlaut).add(oldCodePage).add(longName).add(windows).write(folder.path() / "zip");
    const FolderContents contents = scanned(folder.path() / "zip");
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_TRUE(contents.warnings.empty());
    ASSERT_EQ(contents.series[0].imageCount, 4);
    EXPECT_EQ(contents.series[0].images[0].member, "Schädel/Jürgen 頭部/1");
    EXPECT_EQ(contents.series[0].images[1].member, "Schädel/2");
    EXPECT_TRUE(loadOnly(folder.path() / "zip"));
}

TEST(Zip, TwoMembersOfOneNameAreTwoFiles) {
    const TempFolder folder;
    MadeZip().add("a", sliceBytes(0, 1)).add("a", sliceBytes(5, 2)).write(folder.path() / "zip");
    EXPECT_EQ(scanned(folder.path() / "zip").series.at(0).imageCount, 2);
    EXPECT_TRUE(loadOnly(folder.path() / "zip"));
}

TEST(Zip, HeadersAreReadWithoutTheirImages) {
    constexpr int kMembers = 20;
    constexpr std::size_t kImage = 1 << 20;
    MadeZip zip;
    for (int i = 0; i < kMembers; ++i)
        zip.add(std::to_string(i), noise(kImage)); // does not compress: reading it shows
    std::size_t read = 0;
    const auto archive = ZipArchive::open(std::make_unique<CountedBytes>(zip.bytes(), read));
    ASSERT_TRUE(archive);
    const std::size_t ofDirectory = std::exchange(read, 0);
    EXPECT_LT(ofDirectory, 200'000u);
    for (const std::string& member : (*archive)->listing().members) {
        auto front = (*archive)->openFront(member);
        ASSERT_TRUE(front);
        EXPECT_EQ((*front)->size(), kImage);
        std::vector<std::byte> header(16 * 1024);
        EXPECT_TRUE((*front)->read(0, header));
        EXPECT_TRUE((*front)->read(100, header)) << "going back in what was read";
    }
    EXPECT_LT(read / kMembers, 64u * 1024);
}

TEST(Zip, AnyPlaceOfAFrontIsTheMembersOwn) {
    const std::string plain = noise(50'000) + std::string(100'000, 'x') + noise(50'000);
    for (const std::uint16_t method : {0, 8}) {
        MadeMember member{"a", plain};
        member.method = method;
        const auto archive = opened(MadeZip().add(member).bytes());
        ASSERT_TRUE(archive);
        auto front = (*archive)->openFront("a");
        ASSERT_TRUE(front);
        for (const std::size_t at : {0ul, 3ul, 49'000ul, 199'000ul, 1'000ul, 120'000ul}) {
            std::vector<std::byte> piece(1000);
            ASSERT_TRUE((*front)->read(at, piece)) << at;
            EXPECT_EQ(asString(piece), plain.substr(at, 1000)) << at;
        }
        std::vector<std::byte> beyond(1);
        EXPECT_FALSE((*front)->read(plain.size(), beyond));
        EXPECT_EQ(asString((*archive)->readWhole("a").value()), plain);
        EXPECT_EQ((*archive)->readWhole("b").error().code, ErrorCode::NotFound);
    }
}

TEST(Zip, EmptyMembersAreEmpty) {
    MadeMember stored{"stored", ""};
    stored.method = 0;
    const auto archive = opened(MadeZip().add("deflated", "").add(stored).add("folder/", "").bytes());
    ASSERT_TRUE(archive);
    EXPECT_THAT((*archive)->listing().members, ::testing::ElementsAre("deflated", "stored"));
    for (const char* name : {"deflated", "stored"})
        EXPECT_EQ(asString((*archive)->readWhole(name).value()), "") << name;
}

TEST(Zip, ThreadsReadOneArchiveAtOnce) {
    MadeZip zip;
    std::vector<std::string> plain;
    for (int i = 0; i < 40; ++i)
        zip.add("m" + std::to_string(i), plain.emplace_back(noise(20'000 + 1000 * i)));
    const auto archive = opened(zip.bytes());
    ASSERT_TRUE(archive);
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int round = 0; round < 120; ++round) {
                const std::size_t i = static_cast<std::size_t>(round * 7 + t * 3) % plain.size();
                const auto whole = (*archive)->readWhole("m" + std::to_string(i));
                auto front = (*archive)->openFront("m" + std::to_string(i));
                std::vector<std::byte> piece(5000);
                const bool isRight = whole && asString(*whole) == plain[i] && front &&
                                     (*front)->read(9000, piece) &&
                                     asString(piece) == plain[i].substr(9000, 5000);
                wrong += isRight ? 0 : 1;
            }
        });
    threads.clear();
    EXPECT_EQ(wrong, 0);
}

TEST(Zip, IsOpenedOnceForAWholeSeriesAndClosedAfterIt) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "study");
    MadeZip().addFolder(folder.path() / "study").write(folder.path() / "zip");
    const int before = openDescriptors();
    imaging::OpenedArchives archives;
    const auto first = archives.archive(folder.path() / "zip");
    ASSERT_TRUE(first);
    EXPECT_EQ(archives.archive(folder.path() / "zip").value(), *first);
    EXPECT_EQ(openDescriptors(), before + 1);
    EXPECT_TRUE(loadOnly(folder.path() / "zip"));
    EXPECT_EQ(openDescriptors(), before + 1) << "scanning and loading keep nothing open";
}

TEST(Zip, AThousandArchivesNeedFewDescriptors) {
    const TempFolder folder;
    const std::string bytes = MadeZip().add("a", sliceBytes(0, 1)).bytes();
    for (int i = 0; i < 1100; ++i)
        writeBytes(folder.path() / std::to_string(i), bytes);
    EXPECT_EQ(scanned(folder.path()).filesSeen, 1100);
}

TEST(Zip, NamesThatLeadOutOfItAreLeftOutAndSaid) {
    const std::string slice = sliceBytes(9, 9);
    for (const char* name :
         {"../evil", "a/../../evil", "/etc/evil", "C:\\evil", "c:evil", "..\\evil", "\\\\host\\evil"}) {
        const FolderContents contents = scannedBesideTwoSlices({name, slice});
        EXPECT_EQ(contents.series.at(0).imageCount, 2) << name;
        EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
                  "One file of an archive has a name that leads out of it and was left out.")
            << name;
    }
    EXPECT_EQ(scannedBesideTwoSlices({"a..b/..c/d..", slice}).series.at(0).imageCount, 3);
}

TEST(Zip, NothingIsWrittenAnywhere) {
    const TempFolder folder;
    MadeZip().add("../evil", sliceBytes(0, 1)).add("in/a", sliceBytes(5, 2)).write(folder.path() / "zip");
    ASSERT_TRUE(loadOnly(folder.path() / "zip"));
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
        files += entry.path() != folder.path() / "zip";
    EXPECT_EQ(files, 0);
    EXPECT_FALSE(fs::exists(folder.path().parent_path() / "evil"));
}

TEST(Zip, PasswordsOtherMethodsAndNestedArchivesAreNamed) {
    MadeMember encrypted{"c", sliceBytes(9, 9)}, bzip2{"c", sliceBytes(9, 9)};
    encrypted.flags = 1;
    bzip2.method = 12;
    const MadeMember nested{"c", MadeZip().add("x", sliceBytes(9, 9)).bytes()};
    const auto warning = [](const MadeMember& member) {
        const FolderContents contents = scannedBesideTwoSlices(member);
        EXPECT_EQ(contents.series.at(0).imageCount, 2);
        return textOf(contents.warnings, Kind::Unreadable);
    };
    EXPECT_EQ(warning(encrypted),
              "One file of an archive needs a password and was left out: unpack the archive first.");
    EXPECT_THAT(warning(bzip2), HasSubstr("compressed in an unknown way"));
    EXPECT_EQ(warning(nested), "One archive inside an archive was left out: unpack it first.");
}

TEST(Zip, OneSentenceWhereNothingInItCanBeRead) {
    const TempFolder folder;
    const auto sentence = [&](const MadeZip& zip) {
        zip.write(folder.path() / "zip");
        const Error error = errorOf(folder.path() / "zip");
        EXPECT_EQ(error.code, ErrorCode::NothingReadable);
        return error.message;
    };
    MadeMember encrypted{"c", sliceBytes(9, 9)};
    encrypted.flags = 1;
    EXPECT_EQ(sentence(MadeZip()), "This archive is empty.");
    EXPECT_EQ(sentence(MadeZip().add("readme", "hello")), "This archive has no DICOM images.");
    EXPECT_EQ(sentence(MadeZip().add("readme", "hello").add("more", "text")),
              "This archive has no DICOM images.");
    EXPECT_EQ(sentence(MadeZip().add(encrypted)),
              "The files in this archive need a password: unpack it first.");
    EXPECT_EQ(sentence(MadeZip().add("x", MadeZip().add("y", sliceBytes(0, 1)).bytes())),
              "This archive holds other archives: unpack it first.");
    EXPECT_EQ(sentence(MadeZip().add("../x", sliceBytes(0, 1))),
              "The files in this archive have names that lead out of it.");
}

TEST(Zip, ArchivesOfOtherThingsCountAsOneFile) {
    const TempFolder folder;
    MadeZip()
        .add("word/document.xml", "<x/>")
        .add("word/styles.xml", "<y/>")
        .write(folder.path() / "report.docx");
    RawDicom::ctSlice(0, 1).write(folder.path() / "a");
    const FolderContents contents = scanned(folder.path());
    EXPECT_EQ(contents.filesSeen, 2);
    EXPECT_EQ(contents.filesSkipped, 1);
    EXPECT_TRUE(contents.warnings.empty());
}

TEST(Zip, GoneBetweenScanAndLoadIsSaid) {
    const TempFolder folder;
    MadeZip().add("a", sliceBytes(0, 1)).write(folder.path() / "zip");
    const FolderContents contents = scanned(folder.path() / "zip");
    fs::remove(folder.path() / "zip");
    const auto loaded = loadSeries(contents.series.at(0), {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
}

TEST(Zip, StopsWhenAskedWhileTheDirectoryIsRead) {
    MadeZip zip;
    for (int i = 0; i < 1000; ++i)
        zip.add(std::to_string(i), "x");
    std::stop_source stop;
    stop.request_stop();
    static std::size_t ignored;
    const auto archive =
        ZipArchive::open(std::make_unique<CountedBytes>(zip.bytes(), ignored), TaskContext(stop.get_token()));
    ASSERT_FALSE(archive);
    EXPECT_EQ(archive.error().code, ErrorCode::Cancelled);
}

TEST(Zip, StoppedWhileItIsOpenedItIsNotCalledDamaged) {
    const TempFolder folder;
    MadeZip zip;
    for (int i = 0; i < 20'000; ++i)
        zip.add(std::to_string(i), "x");
    zip.write(folder.path() / "zip");
    for (int round = 0; round < 20; ++round) {
        std::stop_source stop;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(round)); // wherever it finds the scan
            stop.request_stop();
        });
        const auto contents = scanFolder(folder.path() / "zip", TaskContext(stop.get_token()));
        ASSERT_FALSE(contents);
        EXPECT_THAT(contents.error().message,
                    ::testing::AnyOf("Stopped.", "This archive has no DICOM images."));
    }
}

TEST(Zip, TheGeSeriesOpensAsItsFolderDoes) {
    HEMO_NEEDS_SHARED_DATA();
    const TempFolder folder;
    MadeZip().addFolder(sharedDicom() / "ge-head-tilt").write(folder.path() / "ge.zip");
    const VolumePtr expected = loadOnly(sharedDicom() / "ge-head-tilt");
    const VolumePtr actual = loadOnly(folder.path() / "ge.zip");
    ASSERT_TRUE(expected && actual);
    EXPECT_TRUE(std::ranges::equal(expected->voxels(), actual->voxels()));
    EXPECT_EQ(expected->grid(), actual->grid());
}

} // namespace
} // namespace hemo::testing
