#include "made_comparison.h"

#include "tests/support/said.h"

namespace hemo {
namespace {

using namespace testing;

PicturePlane pictureBeside(const AppState& s, int width, int height) {
    return select::linedUpPlane(*select::linedUp(s, kBeside), beside(s).volume->grid(), beside(s).look->place,
                                width, height);
}

// ---- pictures

TEST(Compare, LinkedPlaceStandsAtTheSamePixelAtTheSameScale) {
    Pair pair;
    pair.priorGrid = axialGrid(-7, 30, 3, 25, 31); // another field of view
    AppState s = compared(pair);
    s = reduce(s, action::SetView{kAxial, {2.5, 11, -6}});
    s = reduce(s, action::MoveCrosshair{kLead, {30, -12, 20}});
    const auto current = pictureOf(ReadingPlane::native(), pair.currentGrid, lead(s).look->place,
                                   select::viewIn(s, kLead), 400, 300);
    const Grid& prior = beside(s).volume->grid();
    const auto picture = pictureBeside(s, 400, 300);
    EXPECT_DOUBLE_EQ(picture.mmPerPixel, current.mmPerPixel);
    for (const PatientPoint p : {PatientPoint{30, -12, 20}, PatientPoint{-55, 40, 20}}) {
        EXPECT_NEAR(picture.toPicture(p).x, current.toPicture(p).x, 1e-6);
        EXPECT_NEAR(picture.toPicture(p).y, current.toPicture(p).y, 1e-6);
    }
    EXPECT_NEAR(picture.distanceMm(prior.toPatient({0, 0, double(select::stepsIn(s, kBeside).index)})), 0,
                1e-6)
        << "the picture lies on a native slice";
}

TEST(Compare, UnlinkedPicturesShowTheMiddlesOfTheirSlicesAtTheSameSpot) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(500, 10, 5, 70, 12);
    AppState s = compared(pair);
    const auto before = pictureBeside(s, 300, 300);
    EXPECT_NEAR(before.toPicture(pair.priorGrid.centre()).x, 149.5, 1e-6);
    s = reduce(s, action::ToggleLink{kBeside});
    const auto after = pictureBeside(s, 300, 300);
    EXPECT_NEAR(after.toPicture(pair.priorGrid.centre()).x, 149.5, 1e-6)
        << "linking by level alone moves no picture";
}

TEST(Compare, SagittalSlicesAreScrolledAndTheirZoomIsTold) {
    const auto sagittal = [](int slices) {
        std::vector<PatientPoint> positions;
        for (int k = 0; k < slices; ++k)
            positions.push_back({k * 5.0, 0, 0});
        return Grid(20, 20, {0, 1, 0}, {0, 0, -1}, 10, 10, positions);
    };
    Pair pair;
    pair.currentGrid = pair.priorGrid = sagittal(10);
    EXPECT_EQ(select::scrolledViewport(listed(pair)), kAxial) << "alone, in four views";
    const AppState s = compared(pair);
    const ReadingPlane plane = select::viewport(s, select::scrolledViewport(s))->plane;
    EXPECT_EQ(axisOf(plane, pair.currentGrid), ViewAxis::Sagittal) << "no axial view is seen";
    EXPECT_EQ(select::scrolledViewport(reduce(listed(pair), action::Enlarge{kCoronal})), kCoronal);
}

TEST(Compare, TiltDifferenceIsTold) {
    Pair pair;
    pair.currentGrid = uprightGrid();
    pair.priorGrid = tiltedGrid(18.5);
    const AppState s = compared(pair);
    EXPECT_NEAR(planesDifferDegrees(lead(s).volume->grid(), beside(s).volume->grid()), 18.5, 1e-6);
}

TEST(Compare, TiltedPriorShowsItsNativeSliceNearestAtTheCrosshair) {
    Pair pair;
    pair.currentGrid = uprightGrid();
    pair.priorGrid = tiltedGrid(18.5);
    AppState s = compared(pair);
    int shown = 0;
    for (const double y : {-60., -20., 0., 20., 60.}) {
        s = reduce(s, action::MoveCrosshair{kLead, {0, y, 5}});
        const Grid& prior = beside(s).volume->grid();
        const int k = select::stepsIn(s, kBeside).index;
        const double off = dot(lead(s).look->place - prior.slicePositions()[std::size_t(k)], prior.normal());
        // Slices lean away: far in front and behind there is none at this level.
        EXPECT_EQ(missedHere(beside(s)).has_value(), std::abs(off) > prior.typicalSpacingMm() / 2 + 1e-9)
            << y;
        shown += !missedHere(beside(s));
    }
    EXPECT_GE(shown, 3);
}

// ---- which series, and when the comparison ends

TEST(Compare, SuggestsTheNearestEarlierStudyOfTheSamePatient) {
    Pair pair;
    SeriesInfo older = seriesOf("older", "x", "20180101"), later = seriesOf("later", "x", "20190313"),
               bone = seriesOf("bone", "frame", "20190312"), stranger = seriesOf("stranger", "x", "20190311");
    stranger.patientId = "18";
    AppState s = listed(pair, {bone, stranger, older, later});
    EXPECT_EQ(select::suggestedBeside(s)->id, "before");
    Pair alone;
    alone.prior = bone;
    EXPECT_EQ(select::suggestedBeside(listed(alone, {stranger, later}))->id, "later");
    EXPECT_EQ(select::suggestedBeside(listed(alone, {stranger}))->id, "bone");
    alone.prior = stranger;
    EXPECT_EQ(select::suggestedBeside(listed(alone)), nullptr) << "another patient only when asked for";
}

TEST(Compare, NoSuggestionIsASentence) {
    Pair pair;
    pair.prior.patientId = "18";
    const AppState s = reduce(listed(pair), action::ToggleBeside{});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice);
}

TEST(Compare, SeriesIsNeverBesideItself) {
    AppState s = reduce(listed({}), action::ShowBeside{"now"});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice);

    s = compared({});
    s = reduce(s, action::OpenSeries{kLead, "before"});
    s = loaded(s, kLead, Pair{}.prior, volumeOf(Pair{}.priorGrid, "before"));
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_EQ(lead(s).series->id, "before");
}

TEST(Compare, WhatCannotBeOpenedSaysWhy) {
    SeriesInfo scout = seriesOf("scout", "frame", "20190312");
    scout.use = SeriesUse::Listed;
    scout.whyListed = said("A scout cannot be opened as a stack.");
    const AppState s = reduce(listed({}, {scout}), action::ShowBeside{"scout"});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_EQ(s.notice->text, scout.whyListed);
}

TEST(Compare, AnotherFolderKeepsThePriorOnlyWhereItIsStillListed) {
    const auto opened = [](AppState s, std::vector<SeriesInfo> series) {
        FolderContents contents;
        contents.series = std::move(series);
        contents.bestSeriesId = contents.series.front().id;
        s = reduce(s, action::OpenPaths{{"another folder"}});
        return reduce(
            s, action::FolderScanned{s.shelf.scan.number, std::make_shared<const FolderContents>(contents)});
    };
    const AppState s = compared({});
    const SeriesInfo fresh = seriesOf("fresh", "frame", "20190320");
    const AppState kept = opened(s, {fresh, Pair{}.prior});
    ASSERT_TRUE(select::isComparing(kept));
    EXPECT_TRUE(beside(kept).volume);
    EXPECT_EQ(lead(kept).series->id, "fresh");
    EXPECT_FALSE(select::isComparing(opened(s, {fresh})));
    SeriesInfo changed = Pair{}.prior;
    changed.images.push_back({"one-more.dcm", "", 0});
    EXPECT_FALSE(select::isComparing(opened(s, {fresh, changed}))) << "the same id, but not what was loaded";
}

TEST(Compare, AnotherCurrentSeriesIsLinkedAfresh) {
    Pair pair;
    SeriesInfo bone = pair.current;
    bone.id = "bone";
    AppState s = reduce(compared(pair, {bone}), action::ToggleLink{kBeside});
    s = reduce(s, action::OpenSeries{kLead, "bone"});
    s = previewed(s, kLead, volumeOf(axialGrid(20, 1, 5), "bone"));
    EXPECT_EQ(select::shownIn(s, kLead)->series->id, "bone");
    s = loaded(s, kLead, bone, volumeOf(pair.currentGrid, "bone"));
    EXPECT_EQ(linkOf(s), LinkKind::SharedFrame);
    EXPECT_EQ(priorLevel(s), currentLevel(s)) << currentLevel(s);
}

// ---- loading

TEST(Compare, LateAnswersOfAnotherPriorAreIgnored) {
    Pair pair;
    SeriesInfo second = seriesOf("second", "frame", "20190301");
    AppState s = reduce(listed(pair, {second}), action::ShowBeside{"before"});
    const ReadingId old = beside(s).id;
    const int job = beside(s).load.number;
    s = reduce(s, action::OpenSeries{kBeside, "second"});
    const AppState waiting = s;
    const VolumePtr volume = volumeOf(pair.priorGrid, "before");
    EXPECT_EQ(reduce(s, action::SeriesPreview{old, job, volume}), waiting);
    EXPECT_EQ(reduce(s, action::SeriesLoaded{old, job, pair.prior, volume}), waiting);
    EXPECT_EQ(reduce(s, action::LoadProgress{old, job, .5, said("x")}), waiting);
    EXPECT_EQ(reduce(s, action::LoadFailed{old, job, {ErrorCode::Damaged, said("x"), {}}}), waiting);
}

TEST(Compare, FailureIsASentenceAndTheCurrentSeriesStays) {
    AppState s = reduce(listed({}), action::ShowBeside{"before"});
    const VolumePtr open = lead(s).volume;
    s = notLoaded(s, kBeside, {ErrorCode::NotFound, said("The images are gone: open the folder again."), {}});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice && s.notice->isError);
    EXPECT_EQ(lead(s).volume, open);
}

TEST(Compare, CancellingStopsLoadingAndANumberIsNeverGivenTwice) {
    AppState s = reduce(listed({}), action::ShowBeside{"before"});
    EXPECT_TRUE(select::canCancel(s));
    const ReadingId first = beside(s).id;
    s = reduce(s, action::CancelWork{});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_FALSE(select::isLoading(s));
    EXPECT_FALSE(s.notice) << "being stopped is no failure";
    s = reduce(s, action::ShowBeside{"before"});
    EXPECT_GT(beside(s).id, first);
}

TEST(Compare, PreviewIsShownButNotLinked) {
    AppState s = reduce(listed({}), action::ShowBeside{"before"});
    s = previewed(s, kBeside, volumeOf(axialGrid(22, 1, 5), "before"));
    EXPECT_TRUE(select::shownIn(s, kBeside));
    EXPECT_EQ(linkOf(s), LinkKind::None);
    EXPECT_FALSE(select::canLink(s));
    EXPECT_EQ(reduce(s, action::ToggleLink{kBeside}), s);
}

TEST(Compare, ClosingKeepsThePriorWhileMemoryAllows) {
    AppState s = compared({});
    const std::weak_ptr<const Volume> volume = beside(s).volume;
    const std::size_t bytes = bytesOf(lead(s));
    s = reduce(std::move(s), action::ShowLeadAlone{});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_FALSE(volume.expired()) << "putting it beside again reads nothing";
    s = reduce(std::move(s), action::SetMostVolumeBytes{bytes});
    EXPECT_TRUE(volume.expired());
    EXPECT_TRUE(lead(s).volume);
}

// ---- the second reader belongs to the current series

TEST(Compare, SecondReaderIsNotDisturbed) {
    AppState s = listed({});
    const SecondReader before = reader(s);
    s = reduce(s, action::ShowBeside{"before"});
    s = loaded(s, kBeside, Pair{}.prior, volumeOf(Pair{}.priorGrid, "before"));
    EXPECT_EQ(reader(s), before);
    s = classified(s, testing::predictionOf(*lead(s).volume, std::vector<double>(10, .9)));
    EXPECT_TRUE(select::shownPrediction(s, lead(s)));
    EXPECT_EQ(select::stripBars(s, lead(s)).size(), 10u) << "bars of the current series";
}

// ---- one view

TEST(Compare, SpaceBringsThePriorToTheFrontAndBack) {
    AppState s = reduce(compared({}), action::SwapReadings{});
    EXPECT_EQ(s.screen.enlarged, kBeside);
    s = reduce(s, action::SwapReadings{});
    EXPECT_EQ(s.screen.enlarged, kLead);
    s = reduce(s, action::SwapReadings{});
    s = reduce(s, action::Enlarge{std::nullopt});
    EXPECT_FALSE(s.screen.enlarged);
    const AppState alone = listed({});
    EXPECT_EQ(reduce(alone, action::SwapReadings{}), alone);
}

} // namespace
} // namespace hemo
