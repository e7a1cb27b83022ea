// Folders in which things lie that are no files, or do not stay as they are.

#include "core/imaging/itk/load_series.h"
#include "core/imaging/read/scan_paths.h"
#include "tests/unit/damage/damage_test.h"

#include <atomic>
#include <chrono>
#include <span>
#include <stop_token>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using BadFolders = DamageTest;
using ::testing::HasSubstr;

#define HEMO_NEEDS_A_PLAIN_USER()                                                                            \
    if (::geteuid() == 0) GTEST_SKIP() << "the superuser may read everything"

/// Three slices in `folder()/moving`, scanned.
class Moving : public DamageTest {
protected:
    Moving() {
        fs::create_directory(m_place);
        for (int k = 0; k < 3; ++k)
            RawDicom::ctSlice(5 * k, k + 1).write(m_place / std::to_string(k));
        auto contents = imaging::scanPaths(std::span(&m_place, 1), {});
        if (contents && !contents->series.empty()) m_series = contents->series.front();
    }
    Result<imaging::LoadedSeries> load() const { return imaging::loadSeries(m_series, {}); }

    fs::path m_place = folder() / "moving";
    SeriesInfo m_series;
};

TEST_F(Moving, FilesThatVanishBetweenScanAndLoadAreSaidToBeGone) {
    fs::remove_all(m_place);
    const auto loaded = load();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().message, "The files of this series are gone: open the folder again.");
    openAround();
}

TEST_F(Moving, OneFileThatVanishedIsAGapAndSaid) {
    fs::remove(m_place / "1");
    const auto loaded = load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->info.imageCount, 2);
    ASSERT_FALSE(loaded->info.warnings.empty());
    for (const LoadWarning& warning : loaded->info.warnings)
        expectSentence(warning.text);
}

TEST_F(Moving, FilesReplacedByAnotherSizeAreNotMixed) {
    RawDicom::ctSlice(5, 2)
        .word(imaging::tag::kRows, "US", 2)
        .word(imaging::tag::kColumns, "US", 2)
        .write(m_place / "1");
    const auto loaded = load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->info.imageCount, 2);
    ASSERT_FALSE(loaded->info.warnings.empty());
}

TEST_F(Moving, FilesReplacedByAnotherOrientationAreNotMixed) {
    RawDicom::ctSlice(5, 2)
        .text(imaging::tag::kImageOrientationPatient, "DS", "0\\1\\0\\0\\0\\-1")
        .write(m_place / "1");
    const auto loaded = load();
    if (loaded) {
        EXPECT_EQ(loaded->info.imageCount, 2);
    } else {
        expectSentence(loaded.error().message);
    }
}

TEST_F(Moving, FilesReplacedByText) {
    for (int k = 0; k < 3; ++k)
        writeText(m_place / std::to_string(k), "no image any more");
    const auto loaded = load();
    ASSERT_FALSE(loaded);
    expectSentence(loaded.error().message);
}

TEST_F(Moving, AFolderInPlaceOfAFileIsAGapAndSaid) {
    fs::remove(m_place / "1");
    fs::create_directory(m_place / "1");
    const auto loaded = load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->info.imageCount, 2);
}

TEST_F(Moving, APipeInPlaceOfAFileDoesNotBlock) {
    fs::remove(m_place / "1");
    ASSERT_EQ(::mkfifo((m_place / "1").c_str(), 0600), 0);
    const auto loaded = load();
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->info.imageCount, 2);
}

TEST_F(BadFolders, AFolderThatChangesWhileItIsReadOpens) {
    std::atomic<bool> isDone = false;
    std::jthread writer([&] {
        for (int round = 0; !isDone; ++round) {
            const fs::path file = folder() / ("passing" + std::to_string(round % 7));
            RawDicom::ctSlice(round % 7, round % 7).write(file);
            fs::resize_file(file, static_cast<std::uintmax_t>(round * 37 % 600));
            fs::remove(file);
        }
    });
    for (int round = 0; round < 50; ++round)
        openAround();
    isDone = true;
}

TEST_F(BadFolders, NoPermissionIsSaidAndTheRestOpens) {
    HEMO_NEEDS_A_PLAIN_USER();
    RawDicom::ctSlice(0, 1).write(folder() / "secret");
    fs::permissions(folder() / "secret", fs::perms::none);
    fs::create_directory(folder() / "closed");
    fs::permissions(folder() / "closed", fs::perms::none);
    const Met met = openAround();
    EXPECT_TRUE(met.warns("permission"));
    EXPECT_THAT(open(folder() / "secret", 0).sentence, HasSubstr("permission"));
    EXPECT_THAT(open(folder() / "closed", 0).sentence, HasSubstr("permission"));
}

TEST_F(BadFolders, AFolderNamedAsAnImageIsLookedInto) {
    fs::create_directory(folder() / "image.dcm");
    EXPECT_EQ(open(folder() / "image.dcm", 0).refused, 1);
    openAround();
}

TEST_F(BadFolders, PipesAndSocketsAreLeftAlone) {
    ASSERT_EQ(::mkfifo((folder() / "pipe.dcm").c_str(), 0600), 0);
    openAround();
    EXPECT_EQ(open(folder() / "pipe.dcm", 0).refused, 1);
    EXPECT_EQ(open("/dev/zero", 0).refused, 1);
}

TEST_F(BadFolders, LoopsOfLinksEnd) {
    fs::create_directory_symlink(folder(), folder() / "again");
    fs::create_symlink(folder() / "b", folder() / "a");
    fs::create_symlink(folder() / "a", folder() / "b");
    fs::create_symlink("nowhere", folder() / "broken");
    openAround();
    EXPECT_EQ(open(folder() / "a", 0).refused, 1);
    EXPECT_EQ(open(folder() / "broken", 0).refused, 1);
}

TEST_F(BadFolders, EmptyFilesAndTextNamedAsImagesAreLeftOut) {
    EXPECT_EQ(tryFile("", "empty.dcm").refused, 1);
    EXPECT_EQ(tryFile("Dear colleague, the images follow.\n", "letter.dcm").refused, 1);
    EXPECT_EQ(tryFile(std::string(100000, '\0'), "zeros.dcm").refused, 1);
    std::string start(128, '\0');
    EXPECT_EQ(tryFile(start.append("DICM"), "magic.dcm").refused, 1);
    EXPECT_EQ(tryFile("PK\x03\x04", "archive.zip").refused, 1);
    EXPECT_EQ(tryFile("n+1", "volume.nii").refused, 1);
    EXPECT_EQ(tryFile("NRRD0004\n", "volume.nrrd").refused, 1);
    EXPECT_EQ(tryFile("\x1f\x8b\x08", "volume.nii.gz").refused, 1);
}

TEST_F(BadFolders, NamesOfAllKindsOpen) {
    const std::string longName(200, 'x');
    fs::path deep = folder();
    for (int level = 0; level < 12; ++level)
        deep /= longName;
    fs::create_directories(deep);
    RawDicom::ctSlice(0, 1).write(deep / "K\xc3\xb6pfe \xe8\x84\xb3 \n image");
    RawDicom::ctSlice(5, 2).write(folder() / "\xff\xfe not UTF-8");
    EXPECT_EQ(openAround().images, 2);
}

/// Progress goes on, a stop is answered, and the one good series is found among them.
TEST_F(BadFolders, AHundredThousandFilesOpenAndCanBeStopped) {
    const fs::path many = folder() / "many";
    fs::create_directory(many);
    for (int i = 0; i < 100'000; ++i)
        writeText(many / std::to_string(i), i % 3 == 0 ? "" : "no image, but one of very many files");
    const fs::path path = folder();
    int reports = 0;
    const auto contents =
        imaging::scanPaths(std::span(&path, 1), TaskContext({}, [&](double, const Message&) { ++reports; }));
    ASSERT_TRUE(contents) << contents.error().message;
    EXPECT_EQ(contents->series.size(), 1u);
    EXPECT_EQ(contents->series.front().imageCount, 4);
    EXPECT_EQ(contents->filesSkipped, 100'000);
    EXPECT_GT(reports, 100);

    using Clock = std::chrono::steady_clock;
    std::stop_source stop;
    Clock::time_point asked;
    std::jthread user([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30)); // wherever it is by then
        asked = Clock::now();
        stop.request_stop();
    });
    const auto stopped = imaging::scanPaths(std::span(&path, 1), TaskContext(stop.get_token()));
    const auto end = Clock::now();
    user.join();
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::duration<double>(end - asked).count(), 2.0);
}

} // namespace
} // namespace hemo::testing
