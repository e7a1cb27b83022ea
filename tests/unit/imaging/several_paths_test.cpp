#include "tests/support/damage.h"
#include "tests/support/made_zip.h"
#include "tests/unit/imaging/imaging_test.h"

#include <atomic>
#include <thread>
#include <unistd.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;
using Kind = LoadWarning::Kind;

FolderContents scanned(const std::vector<fs::path>& paths) {
    auto contents = imaging::scanPaths(paths, {});
    if (contents) return *contents;
    ADD_FAILURE() << contents.error().message;
    return {};
}

int imagesIn(const FolderContents& contents) {
    int images = 0;
    for (const SeriesInfo& series : contents.series)
        images += series.imageCount;
    return images;
}

TEST(SeveralPaths, FoldersFilesAndArchivesOpenTogether) {
    const TempFolder folder;
    for (const char* name : {"folder", "packed"})
        fs::create_directories(folder.path() / name);
    RawDicom::ctSlice(0, 1).write(folder.path() / "folder" / "a");
    RawDicom::ctSlice(5, 2).write(folder.path() / "b");
    RawDicom::ctSlice(10, 3).write(folder.path() / "packed" / "c");
    MadeZip().addFolder(folder.path() / "packed").write(folder.path() / "c.zip");
    const FolderContents contents =
        scanned({folder.path() / "folder", folder.path() / "b", folder.path() / "c.zip"});
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 3);
    EXPECT_EQ(contents.filesSeen, 3);
}

TEST(SeveralPaths, TheSameFileThroughTwoPathsCountsOnce) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "in" / "study");
    fs::create_directory_symlink(folder.path() / "in" / "study", folder.path() / "link");
    const fs::path file = fs::directory_iterator(folder.path() / "in" / "study")->path();
    fs::create_symlink(file, folder.path() / "in" / "again");
    const FolderContents contents =
        scanned({folder.path() / "in", folder.path() / "in" / "study", folder.path() / "link",
                 folder.path() / "in" / ".." / "in", file, folder.path() / "in" / "again"});
    EXPECT_EQ(contents.filesSeen, 7);
    ASSERT_EQ(contents.series.size(), 1u);
    EXPECT_EQ(contents.series[0].imageCount, 7);
    EXPECT_FALSE(hasWarning(contents.series[0].warnings, Kind::Duplicate));
}

TEST(SeveralPaths, ALinkToAFileElsewhereCountsAsAFile) {
    const TempFolder folder, store;
    RawDicom::ctSlice(0, 1).write(store.path() / "object");
    fs::create_symlink(store.path() / "object", folder.path() / "one");
    fs::create_symlink(store.path() / "object", folder.path() / "two");
    const FolderContents contents = scanned({folder.path()});
    EXPECT_EQ(contents.filesSeen, 1);
    EXPECT_EQ(contents.series.at(0).images.at(0).file, fs::canonical(folder.path()) / "one");
}

TEST(SeveralPaths, OneThatIsGoneIsSaidAndTheOthersOpen) {
    const TempFolder folder;
    RawDicom::ctSlice(0, 1).write(folder.path() / "a");
    const FolderContents contents = scanned({folder.path() / "gone", folder.path() / "a"});
    EXPECT_EQ(imagesIn(contents), 1);
    EXPECT_EQ(textOf(contents.warnings, Kind::Unreadable),
              "One of the places to open was left out: it cannot be opened.");
    const std::vector<fs::path> nothing{folder.path() / "gone", folder.path() / "gone too"};
    EXPECT_EQ(imaging::scanPaths(nothing, {}).error().code, ErrorCode::NotFound);
    EXPECT_EQ(imaging::scanPaths({}, {}).error().code, ErrorCode::NotFound);
}

TEST(SeveralPaths, VeryLongAndNonAsciiPathsOpen) {
    const TempFolder folder;
    fs::path deep = folder.path();
    // Longer than one call to the system can name.
    const fs::path start = fs::current_path();
    fs::current_path(deep);
    for (int i = 0; i < 12; ++i)
        deep /= "Schädel 頭部 " + std::string(100, 'd');
    fs::create_directories(deep);
    fs::current_path(start);
    RawDicom::ctSlice(0, 1).write(deep / "без имени");
    EXPECT_EQ(imagesIn(scanned({folder.path()})), 1);
    EXPECT_TRUE(loadOnly(folder.path()));
}

TEST(SeveralPaths, ReadOnlyFoldersOpen) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "cd");
    for (const auto& entry : fs::directory_iterator(folder.path() / "cd"))
        fs::permissions(entry.path(), fs::perms::owner_read);
    fs::permissions(folder.path() / "cd", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_TRUE(loadOnly(folder.path() / "cd"));
    fs::permissions(folder.path() / "cd", fs::perms::owner_all); // so that it can be removed
}

TEST(SeveralPaths, AFolderThatChangesWhileItIsReadStillOpens) {
    const TempFolder folder;
    for (int k = 0; k < 300; ++k)
        RawDicom::ctSlice(k, k).write(folder.path() / ("stays" + std::to_string(k)));
    std::atomic<bool> isOver = false;
    std::jthread other([&] {
        for (int i = 0; !isOver; ++i) {
            const fs::path file = folder.path() / ("flutters" + std::to_string(i % 50));
            std::error_code ignored;
            if (!fs::remove(file, ignored)) RawDicom::ctSlice(1000 + i % 50, 1000 + i % 50).write(file);
        }
    });
    for (int round = 0; round < 10; ++round) {
        const FolderContents contents = scanned({folder.path()});
        EXPECT_GE(imagesIn(contents), 300) << "what stayed was found";
    }
    isOver = true;
}

/// Stops at one stage after the other; each time the answer comes at once.
TEST(SeveralPaths, StopsWhenAskedAtEveryStage) {
    const TempFolder folder;
    writeOddSeries({}, folder.path() / "a");
    MadeZip().addFolder(folder.path() / "a").write(folder.path() / "b.zip");
    for (int reports = 0;; ++reports) {
        std::stop_source stop;
        int seen = 0;
        if (reports == 0) stop.request_stop();
        const TaskContext context(stop.get_token(), [&](double, const Message&) {
            if (++seen == reports) stop.request_stop();
        });
        const auto contents = scanFolder(folder.path(), context);
        if (!stop.stop_requested()) break; // it was done before
        if (contents) continue;            // the last report comes when all is done
        EXPECT_EQ(contents.error().code, ErrorCode::Cancelled) << reports;
    }
}

} // namespace
} // namespace hemo::testing
