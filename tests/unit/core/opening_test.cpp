// Opening and the list: the pictures that are shown always belong to what the list marks.

#include "made_volumes.h"

#include "core/state/reduce.h"
#include "core/state/select.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using testing::openState;
using testing::seriesInfo;

std::shared_ptr<const FolderContents> contentsOf(std::vector<SeriesInfo> series, std::string best) {
    FolderContents contents;
    contents.series = std::move(series);
    contents.bestSeriesId = std::move(best);
    return std::make_shared<const FolderContents>(std::move(contents));
}

std::shared_ptr<const FolderContents> scoutAlone() {
    SeriesInfo scout = seriesInfo("scout");
    scout.use = SeriesUse::Listed;
    scout.whyListed = "A scout cannot be opened as a stack.";
    return contentsOf({scout}, {});
}

TEST(Opening, FolderWithoutAStackLeavesListAndPicturesAsTheyWere) {
    AppState s = openState();
    const auto contents = s.contents;
    const auto open = s.open;
    s = reduce(s, OpenPaths{{"scouts"}});
    s = reduce(s, FolderScanned{s.scan.number, scoutAlone()});
    EXPECT_EQ(s.contents, contents);
    EXPECT_EQ(s.open, open);
    EXPECT_EQ(s.contentsPaths, (std::vector<std::filesystem::path>{"folder"}));
    EXPECT_EQ(s.notice->text, "There is no CT stack here that can be opened: what was open stays open.");
    EXPECT_EQ(s.reader.status, SecondReader::Status::Running) << "it goes on reading";
}

TEST(Opening, FolderWithoutAStackIsListedWhereNothingIsOpen) {
    AppState s = reduce(AppState{}, OpenPaths{{"scouts"}});
    s = reduce(s, FolderScanned{s.scan.number, scoutAlone()});
    ASSERT_TRUE(s.contents);
    EXPECT_EQ(s.contents->series.size(), 1u);
    EXPECT_TRUE(s.notice->isError);
}

TEST(Opening, PicturesOfThePatientBeforeAreGoneWhenTheNewListStands) {
    AppState s = openState();
    const int reading = s.reader.job.number;
    s = reduce(s, OpenPaths{{"next"}});
    EXPECT_TRUE(select::shownVolume(s)) << "until the folder has answered";
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo("next")}, "next")});
    EXPECT_FALSE(select::shownVolume(s));
    EXPECT_FALSE(select::shownSeries(s));
    EXPECT_TRUE(s.load.isRunning);
    EXPECT_FALSE(s.reader.job.isRunning);
    EXPECT_EQ(reduce(s, SliceClassified{reading, {0, {.9}}}), s) << "answers to the series before are late";
}

TEST(Opening, SeriesThatDoesNotLoadLeavesNoPictureOfAnotherPatient) {
    AppState s = openState();
    s = reduce(s, OpenPaths{{"next"}});
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo("next")}, "next")});
    s = reduce(s, LoadFailed{s.load.number, {ErrorCode::Damaged, "No slice can be read.", {}}});
    EXPECT_FALSE(select::shownVolume(s));
    EXPECT_TRUE(s.wantedSeriesId.empty());
}

TEST(Opening, SameSeriesInAnotherFolderIsReadAgain) {
    AppState s = openState();
    s = reduce(s, ChooseSeries{"other"}); // still loading
    const int before = s.load.number;
    s = reduce(s, OpenPaths{{"copy"}});
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo("other")}, "other")});
    EXPECT_GT(s.load.number, before);
    EXPECT_TRUE(s.load.isRunning);
}

TEST(Opening, NothingToOpenIsNoScan) {
    EXPECT_EQ(reduce(AppState{}, OpenPaths{}), AppState{});
}

TEST(StepSeries, GoesInTheOrderOfTheList) {
    SeriesInfo third = seriesInfo("third"), second = seriesInfo("second"), scout = seriesInfo("scout");
    third.seriesNumber = 3;
    second.seriesNumber = 2;
    scout.seriesNumber = 1;
    scout.use = SeriesUse::Listed;
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({third, scout, second}, "third")});
    s = reduce(s, StepSeries{-1});
    EXPECT_EQ(s.wantedSeriesId, "second");
    s = reduce(s, StepSeries{-1});
    EXPECT_EQ(s.wantedSeriesId, "second") << "a scout is stepped over";
}

TEST(Thumbnails, AreWantedWhenNothingElseIsRead) {
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    EXPECT_FALSE(select::lacksThumbnails(s));
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo("a"), seriesInfo("b")}, "a")});
    EXPECT_FALSE(select::lacksThumbnails(s)) << "the first series comes first";
    s = reduce(s, CancelWork{});
    EXPECT_TRUE(select::lacksThumbnails(s));
    s = reduce(s, ThumbnailMade{s.scan.number, "a", std::make_shared<const RgbaImage>(4, 4)});
    EXPECT_TRUE(select::lacksThumbnails(s));
    s = reduce(s, ThumbnailMade{s.scan.number, "b", nullptr}); // it does not decode, and is not tried again
    EXPECT_FALSE(select::lacksThumbnails(s));
}

TEST(Thumbnails, OfTheFolderBeforeAreNotTaken) {
    AppState s = openState();
    const int old = s.scan.number;
    s = reduce(s, OpenPaths{{"next"}});
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo("next")}, "next")});
    s = reduce(s, ThumbnailMade{old, "1.2.3", std::make_shared<const RgbaImage>(4, 4)});
    EXPECT_TRUE(s.thumbnails.empty());
}

AppState withRecent(const std::filesystem::path& path) {
    return reduce(AppState{}, RecentsRead{{RecentStudy{{path}, "Doe^Jane", 1, {}, {}}}});
}

TEST(Recents, StudyThatIsGoneIsMarkedAndSaysWhatToDo) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, OpenPaths{{"/cd/study"}});
    s = reduce(s, ScanFailed{s.scan.number, {ErrorCode::NotFound, "This folder does not exist.", {}}});
    EXPECT_FALSE(s.recents[0].isThere);
    EXPECT_EQ(s.notice->text, "This study is not there now: connect its disc or folder and try again.");
    s = reduce(s, OpenPaths{{"/cd/study"}}); // the disc is back
    s = reduce(s, FolderScanned{s.scan.number, contentsOf({seriesInfo()}, "1.2.3")});
    EXPECT_TRUE(s.recents[0].isThere);
}

TEST(Recents, OtherFolderThatIsGoneKeepsItsOwnSentence) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, OpenPaths{{"/elsewhere"}});
    s = reduce(s, ScanFailed{s.scan.number, {ErrorCode::NotFound, "This folder does not exist.", {}}});
    EXPECT_TRUE(s.recents[0].isThere);
    EXPECT_EQ(s.notice->text, "This folder does not exist.");
}

TEST(Recents, ClearingIsAWishOfItsOwn) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, ClearRecents{});
    EXPECT_TRUE(s.recents.empty());
    EXPECT_EQ(s.timesRecentsCleared, 1);
    EXPECT_EQ(reduce(withRecent("/cd/study"), RecentsRead{}).timesRecentsCleared, 0) << "a list that is lost";
}

} // namespace
} // namespace hemo
