// Opening and the list: the pictures that are shown always belong to what the list marks.

#include "made_volumes.h"

#include "tests/support/readings_of.h"
#include "tests/support/said.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;
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
    scout.whyListed = said("A scout cannot be opened as a stack.");
    return contentsOf({scout}, {});
}

TEST(Opening, FolderWithoutAStackLeavesListAndPicturesAsTheyWere) {
    AppState s = openState();
    const auto contents = s.shelf.contents;
    const VolumePtr open = lead(s).volume;
    s = reduce(s, OpenPaths{{"scouts"}});
    s = reduce(s, FolderScanned{s.shelf.scan.number, scoutAlone()});
    EXPECT_EQ(s.shelf.contents, contents);
    EXPECT_EQ(lead(s).volume, open);
    EXPECT_EQ(s.shelf.contentsPaths, (std::vector<std::filesystem::path>{"folder"}));
    EXPECT_EQ(s.notice->text,
              "scouts: There is no CT stack here that can be opened: what was open stays open.");
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running) << "it goes on reading";
}

TEST(Opening, FolderWithoutAStackIsListedWhereNothingIsOpen) {
    AppState s = reduce(AppState{}, OpenPaths{{"scouts"}});
    s = reduce(s, FolderScanned{s.shelf.scan.number, scoutAlone()});
    ASSERT_TRUE(s.shelf.contents);
    EXPECT_EQ(s.shelf.contents->series.size(), 1u);
    EXPECT_TRUE(s.notice->isError);
}

TEST(Opening, PicturesOfThePatientBeforeAreGoneWhenTheNewListStands) {
    AppState s = openState();
    const ReadingId before = lead(s).id;
    const int job = reader(s).job.number;
    s = reduce(s, OpenPaths{{"next"}});
    EXPECT_TRUE(select::shownIn(s, kLead)) << "until the folder has answered";
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo("next")}, "next")});
    EXPECT_FALSE(select::shownIn(s, kLead));
    EXPECT_TRUE(lead(s).load.isRunning);
    EXPECT_FALSE(reader(s).job.isRunning);
    EXPECT_EQ(reduce(s, SliceClassified{before, job, {0, {.9}}}), s)
        << "answers to the series before are late";
}

TEST(Opening, SeriesThatDoesNotLoadLeavesNoPictureOfAnotherPatient) {
    AppState s = openState();
    s = reduce(s, OpenPaths{{"next"}});
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo("next")}, "next")});
    s = notLoaded(s, kLead, {ErrorCode::Damaged, said("No slice can be read."), {}});
    EXPECT_FALSE(select::shownIn(s, kLead));
    EXPECT_FALSE(select::wantedIn(s, kLead));
}

TEST(Opening, SameSeriesInAnotherFolderIsReadAgain) {
    AppState s = openState();
    s = reduce(s, OpenSeries{kLead, "other"}); // still loading
    const ReadingId before = lead(s).id;
    s = reduce(s, OpenPaths{{"copy"}});
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo("other")}, "other")});
    EXPECT_GT(lead(s).id, before);
    EXPECT_TRUE(lead(s).load.isRunning);
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
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({third, scout, second}, "third")});
    s = reduce(s, StepSeries{kLead, -1});
    EXPECT_EQ(lead(s).series->id, "second");
    s = reduce(s, StepSeries{kLead, -1});
    EXPECT_EQ(lead(s).series->id, "second") << "a scout is stepped over";
}

TEST(Thumbnails, AreWantedWhenNothingElseIsRead) {
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    EXPECT_FALSE(select::lacksThumbnails(s));
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo("a"), seriesInfo("b")}, "a")});
    EXPECT_FALSE(select::lacksThumbnails(s)) << "the first series comes first";
    s = reduce(s, CancelWork{});
    EXPECT_TRUE(select::lacksThumbnails(s));
    s = reduce(s, ThumbnailMade{s.shelf.thumbnailJob.number, "a", std::make_shared<const RgbaImage>(4, 4)});
    EXPECT_TRUE(select::lacksThumbnails(s));
    s = reduce(s, ThumbnailMade{s.shelf.thumbnailJob.number, "b",
                                nullptr}); // it does not decode, and is not tried again
    EXPECT_FALSE(select::lacksThumbnails(s));
}

TEST(Thumbnails, OfTheFolderBeforeAreNotTaken) {
    AppState s = openState();
    const int old = s.shelf.thumbnailJob.number;
    s = reduce(s, OpenPaths{{"next"}});
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo("next")}, "next")});
    s = reduce(s, ThumbnailMade{old, "1.2.3", std::make_shared<const RgbaImage>(4, 4)});
    EXPECT_TRUE(s.shelf.thumbnails->empty());
}

AppState withRecent(const std::filesystem::path& path) {
    return reduce(AppState{}, RecentsRead{{RecentStudy{{path}, "Doe^Jane", 1, {}, {}}}});
}

TEST(Recents, StudyThatIsGoneIsMarkedAndSaysWhatToDo) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, OpenPaths{{"/cd/study"}});
    s = reduce(
        s, ScanFailed{s.shelf.scan.number, {ErrorCode::NotFound, said("This folder does not exist."), {}}});
    EXPECT_FALSE((*s.shelf.recents)[0].isThere);
    EXPECT_EQ(s.notice->text,
              "study: This study is not there now: connect its disc or folder and try again.");
    s = reduce(s, OpenPaths{{"/cd/study"}}); // the disc is back
    s = reduce(s, FolderScanned{s.shelf.scan.number, contentsOf({seriesInfo()}, "1.2.3")});
    EXPECT_TRUE((*s.shelf.recents)[0].isThere);
}

TEST(Recents, OtherFolderThatIsGoneKeepsItsOwnSentence) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, OpenPaths{{"/elsewhere"}});
    s = reduce(
        s, ScanFailed{s.shelf.scan.number, {ErrorCode::NotFound, said("This folder does not exist."), {}}});
    EXPECT_TRUE((*s.shelf.recents)[0].isThere);
    EXPECT_EQ(s.notice->text, "This folder does not exist.");
}

TEST(Recents, ClearingIsAWishOfItsOwn) {
    AppState s = withRecent("/cd/study");
    s = reduce(s, ClearRecents{});
    EXPECT_TRUE(s.shelf.recents->empty());
    EXPECT_EQ(s.shelf.timesRecentsCleared, 1);
    EXPECT_EQ(reduce(withRecent("/cd/study"), RecentsRead{}).shelf.timesRecentsCleared, 0)
        << "a list that is lost";
}

Recents severalRecents(int count) {
    Recents recents;
    for (int n = 0; n < count; ++n)
        recents.push_back({{"/cd/" + std::to_string(n)}, "Doe^Jane", 1, {}, {}});
    return recents;
}

TEST(Recents, NoMoreAreListedThanAreWanted) {
    AppState s = reduce(AppState{}, RecentsRead{severalRecents(12)});
    s = reduce(s, SetMostRecents{10});
    ASSERT_EQ(s.shelf.recents->size(), 10u);
    EXPECT_EQ(s.shelf.recents->front().paths.front(), "/cd/0") << "the last that was opened";
    s = reduce(s, RecentsRead{severalRecents(12)}); // the disk has not heard of it yet
    EXPECT_EQ(s.shelf.recents->size(), 10u);
    EXPECT_TRUE(reduce(s, SetMostRecents{0}).shelf.recents->empty());
    s = reduce(s, FixSettings{{Setting::MostRecents}});
    EXPECT_EQ(reduce(s, SetMostRecents{0}), s);
}

TEST(Recents, ClearingForgetsWhereSomethingWasSaved) {
    const AppState s = reduce(AppState{}, SavedIn{"/home/doe"});
    EXPECT_EQ(s.shelf.savedIn, "/home/doe");
    EXPECT_TRUE(reduce(s, ClearRecents{}).shelf.savedIn.empty());
}

} // namespace
} // namespace hemo
