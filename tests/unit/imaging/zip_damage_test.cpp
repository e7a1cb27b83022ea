#include "core/imaging/source/open_image.h"
#include "tests/unit/imaging/zip_test.h"

namespace hemo::testing {
namespace {

using Kind = LoadWarning::Kind;
using ::testing::HasSubstr;

TEST(Zip, SizesThatCannotBeTrueAreNotAllocated) {
    MadeMember bomb{"c", sliceBytes(9, 9)};
    bomb.hasSize64 = true;
    bomb.claimedSize = 1ull << 42;
    const FolderContents contents = scannedBesideTwoSlices(bomb);
    EXPECT_EQ(contents.series.at(0).imageCount, 2);
    EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
              "One file of an archive claims more bytes than it can hold and was left out.");
}

TEST(Zip, AMemberWithoutANameIsNotTheArchiveAgainAndAgain) {
    const FolderContents contents = scannedBesideTwoSlices({"", sliceBytes(9, 9)});
    EXPECT_EQ(contents.filesSeen, 3);
    EXPECT_EQ(contents.series.at(0).imageCount, 3);
}

TEST(Zip, ATrueBombIsNotInflated) {
    MadeMember bomb{"c", std::string(80 << 20, '\0')}; // 80 KB that become 80 MB
    const FolderContents contents = scannedBesideTwoSlices(bomb);
    EXPECT_EQ(contents.series.at(0).imageCount, 2);
    EXPECT_THAT(textOf(contents.warnings, Kind::Unreadable), HasSubstr("claims more bytes than it can hold"));
}

TEST(Zip, MembersThatShareTheirBytesAreNotRead) {
    MadeZip zip;
    zip.add("0", noise(5000));
    for (int i = 1; i < 200; ++i) {
        MadeMember twin{std::to_string(i), noise(5000)};
        twin.sameDataAs = 0;
        zip.add(twin);
    }
    const auto archive = opened(zip.bytes());
    ASSERT_FALSE(archive);
    EXPECT_EQ(archive.error().code, ErrorCode::Damaged);
    EXPECT_EQ(archive.error().detail, "members overlap");
}

TEST(Zip, AnEndThatClaimsManyEntriesTakesNoMemory) {
    for (const std::uint64_t claimed : {1ull << 24, 1ull << 32, 1ull << 60}) {
        const auto archive = opened(MadeZip().add("a", sliceBytes(0, 1)).end64(claimed).bytes());
        ASSERT_FALSE(archive) << claimed;
        EXPECT_EQ(archive.error().code, ErrorCode::Damaged);
    }
}

TEST(Zip, CutOffAnywhereItIsOneSentenceAndTheRestOpens) {
    const TempFolder folder;
    const std::string whole = MadeZip().add("a", sliceBytes(0, 1)).add("b", sliceBytes(5, 2)).bytes();
    RawDicom::ctSlice(0, 1).write(folder.path() / "good");
    for (std::size_t keep = 4; keep < whole.size(); keep += 61) {
        writeBytes(folder.path() / "zip", whole.substr(0, keep));
        EXPECT_EQ(errorOf(folder.path() / "zip").message,
                  "This ZIP archive is damaged or cut off: copy it again from its source.")
            << keep;
        const FolderContents contents = scanned(folder.path());
        EXPECT_EQ(contents.series.at(0).imageCount, 1);
        EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
                  "One ZIP archive is damaged and was left out: copy it again from its source.");
    }
}

TEST(Zip, AWrongChecksumIsAGapNotAPicture) {
    const TempFolder folder;
    for (const std::uint16_t method : {0, 8}) {
        MadeMember wrong{"b", sliceBytes(5, 2)};
        wrong.method = method;
        wrong.claimedChecksum = 1;
        MadeZip()
            .add("a", sliceBytes(0, 1))
            .add(wrong)
            .add("c", sliceBytes(10, 3))
            .write(folder.path() / "zip");
        imaging::LoadedSeries loaded;
        const VolumePtr volume = loadOnly(folder.path() / "zip", &loaded);
        ASSERT_TRUE(volume);
        EXPECT_EQ(volume->grid().slices(), 2);
        EXPECT_THAT(textOf(loaded.info.warnings, Kind::Unreadable), HasSubstr("One image cannot be read"));
    }
}

TEST(Zip, DamagedDataIsNeverHalfASlice) {
    const std::string slice = sliceBytes(0, 1);
    const std::string whole = MadeZip().add("a", slice).bytes();
    const std::size_t dataAt = 30 + 1;
    for (std::size_t at = dataAt; at + 100 < whole.size() - 100; at += 5) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(~damaged[at]);
        const auto archive = opened(damaged);
        if (!archive) continue;
        const auto bytes = (*archive)->readWhole("a");
        EXPECT_TRUE(!bytes || asString(*bytes) == slice) << at;
    }
}

TEST(Zip, AMemberThatDoesNotEvenBeginIsDamaged) {
    MadeMember broken{"c", sliceBytes(9, 9)};
    const TempFolder folder;
    std::string bytes = MadeZip().add("a", sliceBytes(0, 1)).add(broken).bytes();
    const std::size_t local = bytes.find("PK\3\4", 10);
    for (std::size_t i = 0; i < 8; ++i)
        bytes[local + 31 + i] = '\xff'; // no deflate stream begins so
    writeBytes(folder.path() / "zip", bytes);
    EXPECT_EQ(textOf(scanned(folder.path() / "zip").warnings, Kind::Unreadable),
              "c is damaged and was left out.");
}

} // namespace
} // namespace hemo::testing
