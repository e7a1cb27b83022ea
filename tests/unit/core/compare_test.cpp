#include "made_volumes.h"

#include "core/state/select_compare.h"

#include <gtest/gtest.h>

#include <random>

namespace hemo {
namespace {

using testing::tiltedGrid;
using testing::uprightGrid;
using testing::volumeOf;

/// Slices across z from `lowMm`, `columns` wide; the frame's middle at x = y = `middleMm`.
Grid axialGrid(double lowMm, int slices, double spacingMm, double middleMm = 0, int columns = 20) {
    std::vector<PatientPoint> positions;
    const double corner = middleMm - (columns - 1) * 5.0;
    for (int k = 0; k < slices; ++k)
        positions.push_back({corner, corner, lowMm + k * spacingMm});
    return Grid(columns, columns, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
}

SeriesInfo seriesOf(std::string id, std::string frame, std::string date) {
    SeriesInfo info = testing::seriesInfo(std::move(id));
    info.studyInstanceUid = "study " + date;
    info.frameOfReferenceUid = std::move(frame);
    info.studyDate = std::move(date);
    info.patientName = "Doe^Jane";
    info.patientId = "17";
    return info;
}

struct Pair {
    SeriesInfo current = seriesOf("now", "frame", "20190312");
    SeriesInfo prior = seriesOf("before", "frame", "20190309");
    Grid currentGrid = axialGrid(0, 10, 5), priorGrid = axialGrid(0, 46, 1);

    Pair& inOtherFrames() {
        prior.frameOfReferenceUid = "other frame";
        return *this;
    }
};

AppState listed(const Pair& pair, std::vector<SeriesInfo> more = {}) {
    FolderContents contents;
    contents.series = {pair.current, pair.prior};
    contents.series.insert(contents.series.end(), more.begin(), more.end());
    contents.bestSeriesId = pair.current.id;
    AppState s;
    s = reduce(s, action::OpenPaths{{"folder"}});
    s = reduce(s, action::FolderScanned{s.scan.number, std::make_shared<const FolderContents>(contents)});
    return reduce(
        s, action::SeriesLoaded{s.load.number, pair.current, volumeOf(pair.currentGrid, pair.current.id)});
}

AppState compared(const Pair& pair, std::vector<SeriesInfo> more = {}) {
    AppState s = reduce(listed(pair, std::move(more)), action::CompareWith{pair.prior.id});
    return reduce(s, action::PriorLoaded{s.comparison.load.number, pair.prior,
                                         volumeOf(pair.priorGrid, pair.prior.id)});
}

double currentLevel(const AppState& s) {
    return s.open->volume->grid().slicePositions()[std::size_t(*select::currentSlice(s))].z;
}
double priorLevel(const AppState& s) {
    const int k = select::priorSteps(s).index;
    return s.comparison.prior->volume->grid().slicePositions()[std::size_t(k)].z;
}

void expectNear(PatientPoint a, PatientPoint b, double mm = 1e-6) {
    EXPECT_LE(length(a - b), mm) << a.x << " " << a.y << " " << a.z << " / " << b.x << " " << b.y << " "
                                 << b.z;
}

// ---- linked by position

TEST(Compare, SharedFrameOfReferenceLinksAtOnce) {
    AppState s = compared({});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::SharedFrame);
    for (int k = 0; k < 10; ++k) {
        s = reduce(s, action::GoToSlice{k});
        EXPECT_EQ(priorLevel(s), currentLevel(s));
        EXPECT_FALSE(select::missedInPrior(s));
    }
}

TEST(Compare, ScrollingThePriorTakesTheCurrentSeriesAlong) {
    AppState s = compared({});
    s = reduce(s, action::GoToPriorSlice{31});
    EXPECT_EQ(s.crosshair.z, 31);
    EXPECT_EQ(currentLevel(s), 30);
    s = reduce(s, action::StepPriorSlice{2});
    EXPECT_EQ(priorLevel(s), 33);
    EXPECT_EQ(currentLevel(s), 35);
    s = reduce(s, action::StepSlice{ViewAxis::Axial, -1});
    EXPECT_EQ(currentLevel(s), 30);
    EXPECT_EQ(priorLevel(s), 30);
}

TEST(Compare, CrosshairStandsAtTheSamePlaceInBoth) {
    AppState s = compared({});
    s = reduce(s, action::MoveCrosshair{{13, -22, 20}});
    expectNear(s.comparison.place, {13, -22, 20});
    s = reduce(s, action::MovePriorCrosshair{{-31, 8, 12}});
    expectNear(s.crosshair, {-31, 8, 12});
}

TEST(Compare, EmptyFramesOfReferenceAreNotShared) {
    Pair pair;
    pair.current.frameOfReferenceUid = pair.prior.frameOfReferenceUid = "";
    EXPECT_EQ(select::seriesLink(compared(pair)), SeriesLink::None);
}

TEST(Compare, OtherPatientIsNeverLinkedByPosition) {
    Pair pair;
    pair.prior.patientName = "Roe^Richard";
    EXPECT_EQ(select::seriesLink(compared(pair)), SeriesLink::None)
        << "some anonymisers give everybody the same frame of reference";
}

TEST(Compare, UnknownSidesAreNeverLinkedByPosition) {
    Pair pair;
    pair.prior.areDirectionsKnown = false;
    EXPECT_EQ(select::seriesLink(compared(pair)), SeriesLink::None);
}

TEST(Compare, ReaderCanHoldLinkedSeriesApartAndLinkThemByHand) {
    AppState s = reduce(compared({}), action::ToggleLink{});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None);
    const double before = priorLevel(s);
    s = reduce(s, action::GoToSlice{9});
    EXPECT_EQ(priorLevel(s), before);
    s = reduce(s, action::GoToPriorSlice{42});
    s = reduce(s, action::ToggleLink{});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::ByHand);
    EXPECT_NEAR(select::linkOffset(s).z, -3, 1e-9);
    s = reduce(s, action::GoToSlice{4});
    EXPECT_EQ(priorLevel(s), currentLevel(s) - 3);
    s = reduce(s, action::ToggleLink{});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::SharedFrame) << "and back to the positions of the files";
    EXPECT_EQ(priorLevel(s), currentLevel(s));
}

// ---- linked by hand

TEST(Compare, OtherFrameOfReferenceScrollsAloneAtFirst) {
    AppState s = compared(Pair{}.inOtherFrames());
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None);
    const int prior = select::priorSteps(s).index;
    s = reduce(s, action::GoToSlice{9});
    EXPECT_EQ(select::priorSteps(s).index, prior);
    const int current = *select::currentSlice(s);
    s = reduce(s, action::StepPriorSlice{3});
    EXPECT_EQ(select::priorSteps(s).index, prior + 3);
    EXPECT_EQ(select::currentSlice(s), current);
    EXPECT_FALSE(select::missedInCurrent(s));
    EXPECT_FALSE(select::missedInPrior(s));
}

TEST(Compare, OffsetPointsFromTheCurrentSeriesToThePrior) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(112.5, 10, 5); // everything 112.5 mm further up
    AppState s = compared(pair);
    s = reduce(s, action::GoToSlice{4});
    s = reduce(s, action::GoToPriorSlice{4});
    s = reduce(s, action::ToggleLink{});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::ByHand);
    EXPECT_NEAR(select::linkOffset(s).z, 112.5, 1e-9);
    s = reduce(s, action::GoToSlice{7});
    EXPECT_EQ(select::priorSteps(s).index, 7);
    s = reduce(s, action::GoToPriorSlice{1});
    EXPECT_EQ(select::currentSlice(s), 1);
}

TEST(Compare, LinkingByLevelAloneLaysTheMiddlesOfTheSlicesUponEachOther) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(100, 10, 5, 40); // the table stood 40 mm to the left and behind
    AppState s = compared(pair);
    s = reduce(s, action::MoveCrosshair{{60, 60, 20}}); // in one of them only: it says nothing of the other
    s = reduce(s, action::ToggleLink{});
    expectNear(PatientPoint{} + select::linkOffset(s), {40, 40, priorLevel(s) - currentLevel(s)});
}

TEST(Compare, LinkingByTwoCrosshairsLaysThemUponEachOther) {
    AppState s = compared(Pair{}.inOtherFrames());
    s = reduce(s, action::MoveCrosshair{{30, -12, 20}});
    s = reduce(s, action::MovePriorCrosshair{{23, -2, 31}});
    s = reduce(s, action::ToggleLink{});
    expectNear(PatientPoint{} + select::linkOffset(s), {-7, 10, 11});
    s = reduce(s, action::MoveCrosshair{{0, 0, 10}});
    expectNear(s.comparison.place, {-7, 10, 21});
    s = reduce(s, action::MovePriorCrosshair{{3, 10, 26}});
    expectNear(s.crosshair, {10, 0, 15});
}

TEST(Compare, LinkByHandIsClearedAndEachScrollsAloneFromWhereItIs) {
    AppState s = reduce(compared(Pair{}.inOtherFrames()), action::ToggleLink{});
    const double prior = priorLevel(s);
    s = reduce(s, action::ToggleLink{});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None);
    EXPECT_FALSE(s.comparison.byHand);
    s = reduce(s, action::GoToSlice{0});
    EXPECT_EQ(priorLevel(s), prior);
}

TEST(Compare, LinkByHandHoldsForOtherSeriesOfTheSameFrames) {
    Pair pair = Pair{}.inOtherFrames();
    SeriesInfo bone = pair.current, elsewhere = pair.current;
    bone.id = "bone";
    elsewhere.id = "elsewhere";
    elsewhere.frameOfReferenceUid = "third frame";
    AppState s = compared(pair, {bone, elsewhere});
    s = reduce(s, action::GoToPriorSlice{30});
    s = reduce(s, action::ToggleLink{});
    const Vec3 offset = select::linkOffset(s);

    s = reduce(s, action::ChooseSeries{"bone"});
    s = reduce(s, action::SeriesLoaded{s.load.number, bone, volumeOf(axialGrid(-5, 30, 2), "bone")});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::ByHand);
    EXPECT_EQ(select::linkOffset(s), offset);
    expectNear(s.comparison.place, s.crosshair + offset);

    s = reduce(s, action::ChooseSeries{"elsewhere"});
    s = reduce(s, action::SeriesLoaded{s.load.number, elsewhere, volumeOf(axialGrid(0, 10, 5), "elsewhere")});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None) << "that offset says nothing of this frame";
    s = reduce(s, action::ChooseSeries{"now"});
    s = reduce(s, action::SeriesLoaded{s.load.number, pair.current, volumeOf(pair.currentGrid, "now")});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::ByHand);
}

TEST(Compare, LinkByHandWithinOneFrameHoldsForThoseTwoSeriesOnly) {
    Pair pair;
    SeriesInfo bone = pair.current;
    bone.id = "bone";
    AppState s = reduce(compared(pair, {bone}), action::ToggleLink{});
    s = reduce(s, action::GoToPriorSlice{3});
    s = reduce(s, action::ToggleLink{});
    ASSERT_EQ(select::seriesLink(s), SeriesLink::ByHand);
    s = reduce(s, action::ChooseSeries{"bone"});
    s = reduce(s, action::SeriesLoaded{s.load.number, bone, volumeOf(pair.currentGrid, "bone")});
    EXPECT_EQ(select::seriesLink(s), SeriesLink::SharedFrame);
}

/// An anatomy that lies 1:1 in the current series and moved by `shift` in the prior: linked by hand at one
/// level, every other level must show the same anatomy within a slice, or say that there is none.
TEST(Compare, LinkedByHandAtOneLevelEveryLevelMatchesWithinASlice) {
    std::mt19937 random(5);
    const auto between = [&](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    for (int round = 0; round < 200; ++round) {
        const double currentStep = between(0.6, 6), priorStep = between(0.6, 6), shift = between(-900, 900);
        Pair pair = Pair{}.inOtherFrames();
        pair.currentGrid = axialGrid(0, int(120 / currentStep), currentStep);
        const int slices = int(110 / priorStep);
        pair.priorGrid = axialGrid(shift + between(-20, 20), slices, priorStep, between(-30, 30), 14);
        if (round % 2) { // head to feet
            std::vector<PatientPoint> positions = pair.priorGrid.slicePositions();
            std::reverse(positions.begin(), positions.end());
            pair.priorGrid = Grid(14, 14, {1, 0, 0}, {0, -1, 0}, 10, 10, positions);
        }
        AppState s = compared(pair);
        s = reduce(s, action::GoToSlice{int(between(0.3, 0.7) * pair.currentGrid.slices())});
        const Grid& prior = pair.priorGrid;
        s = reduce(s, action::GoToPriorSlice{prior.nearestSlice({0, 0, currentLevel(s) + shift})});
        s = reduce(s, action::ToggleLink{});
        ASSERT_EQ(select::seriesLink(s), SeriesLink::ByHand);
        for (int step = 0; step < 20; ++step) {
            if (step % 3 == 2)
                s = reduce(s, action::StepPriorSlice{int(between(-9, 9))});
            else
                s = reduce(s, action::GoToSlice{int(between(0, pair.currentGrid.slices()))});
            if (select::missedInPrior(s) || select::missedInCurrent(s)) continue;
            // Half a slice from choosing the level, half a slice from each side's nearest.
            EXPECT_LE(std::abs(priorLevel(s) - shift - currentLevel(s)), priorStep + currentStep / 2 + 1e-6)
                << "round " << round << " step " << step;
        }
    }
}

// ---- levels that are not there

TEST(Compare, PriorSaysWhereItHasNoSliceAtThisLevel) {
    Pair pair;
    pair.priorGrid = axialGrid(10, 5, 5); // 10 .. 30, the current series 0 .. 45
    AppState s = compared(pair);
    s = reduce(s, action::GoToSlice{9});
    const auto missed = select::missedInPrior(s);
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->nearestSlice, 4);
    EXPECT_NEAR(missed->toNearest.z, -15, 1e-9);
    EXPECT_FALSE(select::missedInCurrent(s));
    s = reduce(s, action::GoToSlice{6});
    EXPECT_FALSE(select::missedInPrior(s));
}

TEST(Compare, CurrentSeriesSaysSoTooWhereThePriorReachesFurther) {
    Pair pair;
    pair.priorGrid = axialGrid(-30, 20, 5); // -30 .. 65
    AppState s = compared(pair);
    s = reduce(s, action::GoToPriorSlice{0});
    const auto missed = select::missedInCurrent(s);
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->nearestSlice, 0);
    EXPECT_NEAR(missed->toNearest.z, 30, 1e-9);
    EXPECT_EQ(priorLevel(s), -30) << "the prior stays where the reader scrolled it";
}

TEST(Compare, SteppingBackLeadsOntoTheFirstSliceNotPastIt) {
    Pair pair;
    pair.priorGrid = axialGrid(-30, 20, 5);
    AppState s = reduce(compared(pair), action::GoToPriorSlice{19});
    ASSERT_TRUE(select::missedInCurrent(s));
    s = reduce(s, action::StepSlice{ViewAxis::Axial, -1});
    EXPECT_FALSE(select::missedInCurrent(s));
    EXPECT_EQ(currentLevel(s), 45) << "the top slice must not be skipped";
    EXPECT_EQ(priorLevel(s), 45);

    pair.priorGrid = axialGrid(10, 5, 5);
    s = reduce(compared(pair), action::GoToSlice{0});
    ASSERT_TRUE(select::missedInPrior(s));
    s = reduce(s, action::StepPriorSlice{1});
    EXPECT_EQ(priorLevel(s), 10);
    EXPECT_EQ(currentLevel(s), 10);
}

TEST(Compare, SteppingOutOfAGapLeadsOntoTheSlicesBesideIt) {
    Pair pair;
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 35., 40., 45., 50.})
        positions.push_back({-95, -95, z});
    pair.priorGrid = Grid(20, 20, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
    AppState s = reduce(compared(pair), action::GoToSlice{5}); // z = 25, in the middle
    ASSERT_TRUE(select::missedInPrior(s));
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{1})), 35);
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{-1})), 15);
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{-2})), 10);
}

TEST(Compare, CrosshairInAGapOfTheCurrentSeriesAsksForTheSliceThatIsShown) {
    Pair pair;
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 35., 40., 45., 50.})
        positions.push_back({-95, -95, z});
    pair.currentGrid = Grid(20, 20, {1, 0, 0}, {0, 1, 0}, 10, 10, positions);
    AppState s = reduce(compared(pair), action::MoveCrosshair{{0, 0, 24}});
    EXPECT_EQ(currentLevel(s), 15);
    EXPECT_EQ(priorLevel(s), 15);
    EXPECT_FALSE(select::missedInCurrent(s));
}

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
