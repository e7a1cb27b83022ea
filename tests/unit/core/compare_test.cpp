#include "made_comparison.h"

namespace hemo {
namespace {

using namespace testing;

// ---- pictures

TEST(Compare, LinkedPlaceStandsAtTheSamePixelAtTheSameScale) {
    Pair pair;
    pair.priorGrid = axialGrid(-7, 30, 3, 25, 31); // another field of view
    AppState s = compared(pair);
    s = reduce(s, action::SetView{ViewAxis::Axial, {2.5, 11, -6}});
    s = reduce(s, action::MoveCrosshair{{30, -12, 20}});
    const auto current = *select::viewPlane(s, ViewAxis::Axial, 400, 300);
    const Grid& prior = s.comparison.prior->volume->grid();
    const auto beside = select::priorPlane(select::linedUp(s), prior, s.comparison.place, 400, 300);
    EXPECT_DOUBLE_EQ(beside.mmPerPixel, current.mmPerPixel);
    for (const PatientPoint p : {PatientPoint{30, -12, 20}, PatientPoint{-55, 40, 20}}) {
        EXPECT_NEAR(beside.toPicture(p).x, current.toPicture(p).x, 1e-6);
        EXPECT_NEAR(beside.toPicture(p).y, current.toPicture(p).y, 1e-6);
    }
    EXPECT_NEAR(beside.distanceMm(prior.toPatient({0, 0, double(select::priorSteps(s).index)})), 0, 1e-6)
        << "the picture lies on a native slice";
}

TEST(Compare, UnlinkedPicturesShowTheMiddlesOfTheirSlicesAtTheSameSpot) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(500, 10, 5, 70, 12);
    AppState s = compared(pair);
    const auto before = select::priorPlane(select::linedUp(s), pair.priorGrid, s.comparison.place, 300, 300);
    EXPECT_NEAR(before.toPicture(pair.priorGrid.centre()).x, 149.5, 1e-6);
    s = reduce(s, action::ToggleLink{});
    const auto after = select::priorPlane(select::linedUp(s), pair.priorGrid, s.comparison.place, 300, 300);
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
    EXPECT_EQ(select::leadingAxis(listed(pair)), ViewAxis::Axial) << "alone, in four views";
    EXPECT_EQ(select::leadingAxis(compared(pair)), ViewAxis::Sagittal) << "no axial view is seen";
    EXPECT_EQ(select::leadingAxis(reduce(listed(pair), action::Enlarge{Pane::Coronal})), ViewAxis::Coronal);
}

TEST(Compare, TiltDifferenceIsTold) {
    Pair pair;
    pair.currentGrid = uprightGrid();
    pair.priorGrid = tiltedGrid(18.5);
    EXPECT_NEAR(*select::planesDiffer(compared(pair)), 18.5, 1e-6);
}

TEST(Compare, TiltedPriorShowsItsNativeSliceNearestAtTheCrosshair) {
    Pair pair;
    pair.currentGrid = uprightGrid();
    pair.priorGrid = tiltedGrid(18.5);
    AppState s = compared(pair);
    int shown = 0;
    for (const double y : {-60., -20., 0., 20., 60.}) {
        s = reduce(s, action::MoveCrosshair{{0, y, 5}});
        const Grid& prior = s.comparison.prior->volume->grid();
        const int k = select::priorSteps(s).index;
        const double off = dot(s.crosshair - prior.slicePositions()[std::size_t(k)], prior.normal());
        // Slices lean away: far in front and behind there is none at this level.
        EXPECT_EQ(select::missedInPrior(s).has_value(), std::abs(off) > prior.typicalSpacingMm() / 2 + 1e-9)
            << y;
        shown += !select::missedInPrior(s);
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
    EXPECT_EQ(select::suggestedPrior(s)->id, "before");
    Pair alone;
    alone.prior = bone;
    EXPECT_EQ(select::suggestedPrior(listed(alone, {stranger, later}))->id, "later");
    EXPECT_EQ(select::suggestedPrior(listed(alone, {stranger}))->id, "bone");
    alone.prior = stranger;
    EXPECT_EQ(select::suggestedPrior(listed(alone)), nullptr) << "another patient only when asked for";
}

TEST(Compare, NoSuggestionIsASentence) {
    Pair pair;
    pair.prior.patientId = "18";
    const AppState s = reduce(listed(pair), action::ToggleComparison{});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice);
}

TEST(Compare, SeriesIsNeverBesideItself) {
    AppState s = reduce(listed({}), action::CompareWith{"now"});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice);

    s = compared({});
    s = reduce(s, action::ChooseSeries{"before"});
    s = reduce(s, action::SeriesLoaded{s.load.number, Pair{}.prior, volumeOf(Pair{}.priorGrid, "before")});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_FALSE(s.comparison.prior);
}

TEST(Compare, WhatCannotBeOpenedSaysWhy) {
    SeriesInfo scout = seriesOf("scout", "frame", "20190312");
    scout.use = SeriesUse::Listed;
    scout.whyListed = "A scout cannot be opened as a stack.";
    const AppState s = reduce(listed({}, {scout}), action::CompareWith{"scout"});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_EQ(s.notice->text, scout.whyListed);
}

TEST(Compare, AnotherFolderKeepsThePriorOnlyWhereItIsStillListed) {
    const auto opened = [](AppState s, std::vector<SeriesInfo> series) {
        FolderContents contents;
        contents.series = std::move(series);
        contents.bestSeriesId = contents.series.front().id;
        s = reduce(s, action::OpenPaths{{"another folder"}});
        return reduce(s,
                      action::FolderScanned{s.scan.number, std::make_shared<const FolderContents>(contents)});
    };
    const AppState s = compared({});
    const SeriesInfo fresh = seriesOf("fresh", "frame", "20190320");
    EXPECT_TRUE(opened(s, {fresh, Pair{}.prior}).comparison.prior);
    EXPECT_FALSE(select::isComparing(opened(s, {fresh})));
    SeriesInfo changed = Pair{}.prior;
    changed.images.push_back({"one-more.dcm", "", 0});
    EXPECT_FALSE(select::isComparing(opened(s, {fresh, changed}))) << "the same id, but not what was loaded";
}

TEST(Compare, AnotherCurrentSeriesIsLinkedAfresh) {
    Pair pair;
    SeriesInfo bone = pair.current;
    bone.id = "bone";
    AppState s = reduce(compared(pair, {bone}), action::ToggleLink{});
    s = reduce(s, action::ChooseSeries{"bone"});
    s = reduce(s, action::SeriesPreview{s.load.number, volumeOf(axialGrid(20, 1, 5), "bone")});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::SharedFrame);
    s = reduce(s, action::SeriesLoaded{s.load.number, bone, volumeOf(pair.currentGrid, "bone")});
    EXPECT_EQ(priorLevel(s), currentLevel(s)) << currentLevel(s);
}

// ---- loading

TEST(Compare, LateAnswersOfAnotherPriorAreIgnored) {
    Pair pair;
    SeriesInfo second = seriesOf("second", "frame", "20190301");
    AppState s = reduce(listed(pair, {second}), action::CompareWith{"before"});
    const int old = s.comparison.load.number;
    s = reduce(s, action::CompareWith{"second"});
    const AppState waiting = s;
    const VolumePtr volume = volumeOf(pair.priorGrid, "before");
    EXPECT_EQ(reduce(s, action::PriorPreview{old, volume}), waiting);
    EXPECT_EQ(reduce(s, action::PriorLoaded{old, pair.prior, volume}), waiting);
    EXPECT_EQ(reduce(s, action::PriorProgress{old, .5, "x"}), waiting);
    EXPECT_EQ(reduce(s, action::PriorFailed{old, {ErrorCode::Damaged, "x", {}}}), waiting);
}

TEST(Compare, FailureIsASentenceAndTheCurrentSeriesStays) {
    AppState s = reduce(listed({}), action::CompareWith{"before"});
    const auto open = s.open;
    s = reduce(s,
               action::PriorFailed{s.comparison.load.number,
                                   {ErrorCode::NotFound, "The images are gone: open the folder again.", {}}});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_TRUE(s.notice && s.notice->isError);
    EXPECT_EQ(s.open, open);
}

TEST(Compare, CancellingStopsLoadingAndANumberIsNeverGivenTwice) {
    AppState s = reduce(listed({}), action::CompareWith{"before"});
    EXPECT_TRUE(select::canCancel(s));
    const int first = s.comparison.load.number;
    s = reduce(s, action::CancelWork{});
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_FALSE(s.comparison.load.isRunning);
    EXPECT_FALSE(s.notice) << "being stopped is no failure";
    s = reduce(s, action::CompareWith{"before"});
    EXPECT_GT(s.comparison.load.number, first);
}

TEST(Compare, PreviewIsShownButNotLinked) {
    AppState s = reduce(listed({}), action::CompareWith{"before"});
    s = reduce(s, action::PriorPreview{s.comparison.load.number, volumeOf(axialGrid(22, 1, 5), "before")});
    EXPECT_TRUE(select::shownPrior(s));
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None);
    EXPECT_FALSE(select::canLink(s));
    EXPECT_EQ(reduce(s, action::ToggleLink{}), s);
}

TEST(Compare, ClosingFreesThePrior) {
    AppState s = compared({});
    const std::weak_ptr<const Volume> volume = s.comparison.prior->volume;
    s = reduce(std::move(s), action::CloseComparison{});
    EXPECT_TRUE(volume.expired());
    EXPECT_FALSE(select::isComparing(s));
}

// ---- the second reader belongs to the current series

TEST(Compare, SecondReaderIsNotDisturbed) {
    AppState s = listed({});
    const SecondReader before = s.reader;
    s = reduce(s, action::CompareWith{"before"});
    s = reduce(
        s, action::PriorLoaded{s.comparison.load.number, Pair{}.prior, volumeOf(Pair{}.priorGrid, "before")});
    EXPECT_EQ(s.reader, before);
    s = reduce(s, action::Classified{s.reader.job.number,
                                     testing::predictionOf(*s.open->volume, std::vector<double>(10, .9))});
    EXPECT_TRUE(select::shownPrediction(s));
    EXPECT_EQ(select::stripBars(s).size(), 10u) << "bars of the current series";
}

// ---- one view

TEST(Compare, SpaceBringsThePriorToTheFrontAndBack) {
    AppState s = reduce(compared({}), action::SwapCompared{});
    EXPECT_EQ(s.enlarged, Pane::Axial);
    EXPECT_TRUE(s.comparison.isPriorInFront);
    s = reduce(s, action::SwapCompared{});
    EXPECT_FALSE(s.comparison.isPriorInFront);
    EXPECT_EQ(s.enlarged, Pane::Axial);
    s = reduce(s, action::SwapCompared{});
    s = reduce(s, action::Enlarge{std::nullopt});
    EXPECT_FALSE(s.comparison.isPriorInFront);
    const AppState alone = listed({});
    EXPECT_EQ(reduce(alone, action::SwapCompared{}), alone);
}

} // namespace
} // namespace hemo
