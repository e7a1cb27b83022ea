// Readings outlive their views: going away and coming back, memory, the second reader's turn.

#include "made_comparison.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

/// "1.2.3" was opened and answered, then "other".
AppState goneToOther() {
    AppState s = openState();
    s = atSlice(s, 7);
    s = reduce(s, ChoosePreset{kLead, 5});
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    s = found(s, std::make_shared<const Findings>(1));
    s = reduce(s, StepSeries{kLead, 1});
    return loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
}

AppState backAgain(const AppState& s) {
    return reduce(s, OpenSeries{kLead, "1.2.3"});
}

TEST(Readings, GoingBackShowsTheSameSliceAtOnceAndAsksNobody) {
    const AppState away = goneToOther();
    EXPECT_EQ(lead(away).series->id, "other");
    EXPECT_NE(currentSlice(lead(away)), 7);
    const AppState back = backAgain(away);
    EXPECT_FALSE(select::isLoading(back));
    EXPECT_EQ(currentSlice(*select::shownIn(back, kLead)), 7);
    EXPECT_EQ(lead(back).look->window, (WindowLevel{600, 2800}));
    EXPECT_EQ(reader(back).status, SecondReader::Status::Done);
    EXPECT_EQ(select::suspiciousSlices(back, lead(back)).size(), 10u);
    EXPECT_TRUE(select::shownFindings(back, lead(back)));
}

TEST(Readings, NothingThatTurnsAHeadRoundStaysForTheNextOne) {
    AppState s = openState();
    s = withReading(s, lead(s).id, [](Reading& r) { r.middle = std::make_shared<const HeadMiddle>(); });
    s = reduce(reduce(s, ToggleOtherHalf{}), TogglePlaying{});
    s = reduce(s, SetView{kLead, mirrored(turnedOnce(ViewState{}))});
    ASSERT_TRUE(s.screen.isOtherHalf && s.screen.isPlaying);
    s = reduce(s, StepSeries{kLead, 1});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    EXPECT_FALSE(s.screen.isOtherHalf);
    EXPECT_FALSE(s.screen.isPlaying);
    EXPECT_EQ(select::viewIn(s, kLead), ViewState{});
}

TEST(Readings, AnswersAndLookOutliveTheVolumeThatMemoryHasNoRoomFor) {
    AppState s = goneToOther();
    const std::weak_ptr<const Volume> first = select::readingOf(s, "1.2.3")->volume;
    s = reduce(std::move(s), SetMostVolumeBytes{bytesOf(lead(s))});
    EXPECT_TRUE(first.expired());
    EXPECT_TRUE(lead(s).volume) << "what is seen is never let go";
    s = backAgain(s);
    EXPECT_TRUE(lead(s).load.isRunning);
    s = loaded(s, kLead, seriesInfo(), volumeOf(uprightGrid()));
    EXPECT_EQ(currentSlice(lead(s)), 7);
    EXPECT_EQ(reader(s).status, SecondReader::Status::Done) << "nothing is read again";
    EXPECT_EQ(select::suspiciousSlices(s, lead(s)).size(), 10u);
}

TEST(Readings, TheOneThatWasNotSeenLongestIsLetGoFirst) {
    AppState s = openState();
    FolderContents contents = *s.shelf.contents;
    contents.series.push_back(seriesInfo("third"));
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    for (const char* id : {"other", "third"}) {
        s = reduce(s, OpenSeries{kLead, id});
        s = loaded(s, kLead, seriesInfo(id), volumeOf(uprightGrid(), id));
    }
    s = backAgain(s);
    s = reduce(s, SetMostVolumeBytes{2 * lead(s).volume->voxels().size_bytes()});
    EXPECT_FALSE(select::readingOf(s, "other")->volume);
    EXPECT_TRUE(select::readingOf(s, "third")->volume);
}

TEST(Readings, FilesThatChangedMeanwhileLoseTheirAnswers) {
    const auto withPrint = [](const AppState& s, const VolumePtr& volume) {
        return reduce(
            s,
            SeriesLoaded{lead(s).id, lead(s).load.number, seriesInfo(), volume, {}, fingerprintOf(*volume)});
    };
    AppState s = reduce(AppState{}, OpenPaths{{"folder"}});
    FolderContents contents;
    contents.series = {seriesInfo(), seriesInfo("other")};
    contents.bestSeriesId = "1.2.3";
    s = withPrint(scanned(s, contents), volumeOf(uprightGrid()));
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    s = reduce(s, OpenSeries{kLead, "other"});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    s = backAgain(reduce(s, SetMostVolumeBytes{1}));
    const AppState same = withPrint(s, volumeOf(uprightGrid())),
                   changed = withPrint(s, volumeOf(uprightGrid(), "1.2.3", 31));
    EXPECT_TRUE(select::shownPrediction(same, lead(same)));
    EXPECT_FALSE(select::shownPrediction(changed, lead(changed)));
    EXPECT_EQ(reader(changed).status, SecondReader::Status::Running) << "it is read again";
}

TEST(Readings, NoAnswerIsShownOverAFirstPicture) {
    AppState s = reduce(goneToOther(), SetMostVolumeBytes{1});
    s = previewed(backAgain(s), kLead, volumeOf(uprightGrid(1)));
    ASSERT_EQ(select::shownIn(s, kLead)->series->id, "1.2.3");
    EXPECT_TRUE(lead(s).reader.prediction);
    EXPECT_FALSE(select::mayShowAnswers(s, lead(s)));
    EXPECT_EQ(select::answersTo(s, lead(s)), SecondReader{});
    EXPECT_FALSE(select::shownPrediction(s, lead(s)));
    EXPECT_TRUE(select::stripBars(s, lead(s)).empty());
}

// ---- the second reader reads one after the other

TEST(SecondReaderTurns, WhatIsSeenGoesFirstAndWhatWasInterruptedIsReadAfterwards) {
    AppState s = openState();
    const ReadingId first = lead(s).id;
    s = reduce(s, OpenSeries{kLead, "other"});
    s = loaded(s, kLead, seriesInfo("other"), volumeOf(uprightGrid(), "other"));
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running);
    EXPECT_EQ(select::reading(s, first)->reader.status, SecondReader::Status::Waiting);
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    EXPECT_EQ(select::reading(s, first)->reader.status, SecondReader::Status::Running);
    EXPECT_TRUE(select::reading(s, first)->reader.job.isRunning);
}

TEST(SecondReaderTurns, TheSeriesBesideIsReadAfterTheFirst) {
    AppState s = compared({});
    EXPECT_EQ(beside(s).reader.status, SecondReader::Status::Waiting);
    EXPECT_EQ(reader(s).status, SecondReader::Status::Running) << "what is seen is not interrupted";
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .1)));
    EXPECT_EQ(beside(s).reader.status, SecondReader::Status::Running);
    s = classified(s, beside(s), predictionOf(*beside(s).volume, std::vector<double>(46, .9)));
    EXPECT_EQ(select::suspiciousSlices(s, beside(s)).size(), 46u);
    EXPECT_TRUE(select::suspiciousSlices(s, lead(s)).empty());
    s = reduce(s, ShowHeat{true});
    EXPECT_TRUE(s.screen.isHeatShown) << "there is heat in one of the two";
}

// ---- several readings beside each other

AppState threeBeside() {
    Pair pair;
    const SeriesInfo third = seriesOf("third", "frame", "20190301");
    AppState s = reduce(compared(pair, {third}), ShowBeside{"third"});
    return loaded(s, kThird, third, volumeOf(axialGrid(-10, 20, 4), "third"));
}

TEST(Viewports, AThirdSeriesStandsBesideTwoAndScrollsAlong) {
    AppState s = threeBeside();
    ASSERT_EQ(s.screen.viewports.size(), 3u);
    EXPECT_EQ(s.screen.layout, (Layout{1, 3}));
    s = atSlice(s, 6); // z = 30
    EXPECT_EQ(beside(s).look->place.z, 30);
    EXPECT_EQ(in(s, kThird).look->place.z, 30);
    s = reduce(s, StepSlice{kThird, 1}); // its slices lie 4 mm apart
    EXPECT_EQ(in(s, kThird).look->place.z, 34);
    EXPECT_EQ(lead(s).look->place.z, 34);
    EXPECT_EQ(beside(s).look->place.z, 34);
}

TEST(Viewports, OneOfThreeIsClosedAndTheOthersStay) {
    AppState s = reduce(threeBeside(), CloseViewport{kBeside});
    ASSERT_EQ(s.screen.viewports.size(), 2u);
    EXPECT_EQ(beside(s).series->id, "third");
    s = reduce(s, CloseViewport{kLead});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_EQ(s.screen.layout, layoutOf(ViewSet::Four));
    EXPECT_EQ(lead(s).series->id, "third");
    EXPECT_NE(reader(s).status, SecondReader::Status::Idle) << "alone, it is read by itself";
}

TEST(Viewports, FourStandInASquareAndAFifthReplacesTheLast) {
    AppState s = threeBeside();
    FolderContents contents = *s.shelf.contents;
    for (const char* id : {"fourth", "fifth"})
        contents.series.push_back(seriesOf(id, "frame", "20190302"));
    s.shelf.contents = std::make_shared<const FolderContents>(contents);
    s = reduce(s, ShowBeside{"fourth"});
    EXPECT_EQ(s.screen.layout, (Layout{2, 2}));
    s = loaded(s, ViewportId{3}, seriesOf("fourth", "frame", "20190302"), volumeOf(axialGrid(0, 5, 5)));
    s = reduce(s, ShowBeside{"fifth"});
    EXPECT_EQ(s.screen.viewports.size(), 4u);
    EXPECT_EQ(in(s, ViewportId{3}).series->id, "fifth");
}

TEST(Viewports, TheFourViewsComeBackAsTheyWere) {
    AppState s = listed({});
    s = reduce(s, SetView{kCoronal, {3, 1, 2}});
    s = reduce(s, SetView{kAxial, {2, 0, 0}});
    s = reduce(s, ShowBeside{"before"});
    EXPECT_EQ(select::viewIn(s, kLead).zoom, 2) << "the slices stay as large as they were";
    s = reduce(s, SetView{kBeside, {4, 0, 0}});
    EXPECT_EQ(select::viewIn(s, kLead).zoom, 4) << "both have one zoom";
    s = reduce(s, ShowLeadAlone{});
    EXPECT_EQ(s.screen.viewports[1].view.zoom, 3);
    EXPECT_EQ(s.screen.viewports[0].view.zoom, 4);
}

TEST(Viewports, WindowIsThatOfTheFirstInAll) {
    AppState s = compared({});
    s = reduce(s, SetWindow{kBeside, {50, 120}});
    EXPECT_EQ(lead(s).look->window, (WindowLevel{50, 120}));
    EXPECT_EQ(beside(s).look->window, (WindowLevel{50, 120}));
}

TEST(Viewports, PageKeysGoPastWhatIsSeenBeside) {
    AppState s = reduce(threeBeside(), StepSeries{kLead, 1});
    EXPECT_EQ(select::readingsOnScreen(s).size(), 3u);
    EXPECT_EQ(lead(s).series->id, "now") << "there is no other";
}

TEST(Viewports, EveryPlaneOfEveryReadingCanStandAnywhere) {
    AppState s = compared({});
    s.screen.viewports[1].plane = ReadingPlane::along(ViewAxis::Coronal);
    Viewport volume;
    volume.reading = beside(s).id;
    volume.kind = Viewport::Kind::Volume;
    s.screen.viewports.push_back(volume);
    s = reduce(s, FitViews{});
    EXPECT_TRUE(beside(s).reformat.isRunning) << "the even grid is made where a view needs it";
    EXPECT_FALSE(select::stepsIn(s, kBeside).isNative);
    EXPECT_EQ(select::zoomedViewport(s, kBeside), kBeside) << "another plane has a zoom of its own";
}

// ---- a second study

TEST(Adding, AnotherFolderIsListedAndNothingIsLost) {
    AppState s = listed({});
    FolderContents more;
    SeriesInfo sameId = seriesOf("before", "third frame", "20180101");
    sameId.images.push_back({"elsewhere.dcm", "", 0});
    more.series = {sameId, seriesOf("new", "frame", "20190101")};
    more.bestSeriesId = "new";
    s = reduce(s, OpenPaths{{"more"}, Opening::Add});
    s = scanned(s, more);
    EXPECT_EQ(lead(s).series->id, "now");
    EXPECT_TRUE(lead(s).volume);
    ASSERT_EQ(s.shelf.contents->series.size(), 4u);
    EXPECT_EQ(s.shelf.contents->series[2].id, "before (2)") << "another series of the same UID";
    EXPECT_EQ(s.shelf.contentsPaths, (std::vector<std::filesystem::path>{"folder", "more"}));
    EXPECT_TRUE(s.notice);
    EXPECT_EQ(select::suggestedBeside(s)->id, "before");
}

TEST(Adding, TheSameFilesAreListedOnce) {
    AppState s = listed({});
    FolderContents again = *s.shelf.contents;
    s = scanned(reduce(s, OpenPaths{{"folder"}, Opening::Add}), again);
    EXPECT_EQ(s.shelf.contents->series.size(), 2u);
    EXPECT_EQ(s.shelf.contentsPaths.size(), 1u);
}

TEST(Adding, ToNothingOpensTheBest) {
    FolderContents contents;
    contents.series = {seriesInfo()};
    contents.bestSeriesId = "1.2.3";
    const AppState s = scanned(reduce(AppState{}, OpenPaths{{"folder"}, Opening::Add}), contents);
    EXPECT_TRUE(lead(s).load.isRunning);
}

// ---- heat, hover

TEST(Peeking, TurnsTheHeatRoundWhileItLasts) {
    AppState s = openState();
    s = classified(s, predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    s = reduce(s, PeekHeat{true});
    EXPECT_TRUE(select::isHeatOn(s.screen));
    EXPECT_FALSE(select::isHeatOn(reduce(s, PeekHeat{false}).screen));
    s = reduce(reduce(s, ShowHeat{true}), PeekHeat{true});
    EXPECT_FALSE(select::isHeatOn(s.screen));
}

TEST(HoverValue, IsReadFromTheReadingUnderTheMouse) {
    Pair pair;
    AppState s = listed(pair);
    s = reduce(s, ShowBeside{"before"});
    s = loaded(s, kBeside, pair.prior, volumeOf(pair.priorGrid, "before", 70));
    s = reduce(s, HoverAt{Hover{kBeside, {0, 0, 10}}});
    EXPECT_EQ(select::hoverValue(s)->hu, 70);
    EXPECT_TRUE(select::hoverValue(s)->isBeside);
    s = reduce(s, HoverAt{Hover{kLead, {0, 0, 10}}});
    EXPECT_EQ(select::hoverValue(s)->hu, 30);
    EXPECT_FALSE(select::hoverValue(s)->isBeside);
    EXPECT_FALSE(select::hoverValue(reduce(s, HoverAt{})));
}

} // namespace
} // namespace hemo
