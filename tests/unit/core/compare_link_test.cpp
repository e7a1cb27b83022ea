#include "made_comparison.h"

#include <random>

namespace hemo {
namespace {

using namespace testing;

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

TEST(Compare, WithoutAPixelSizeNothingIsLinkedByPosition) {
    AppState s = compared({});
    OpenSeries open = *s.open;
    open.info.areLengthsKnown = false;
    s.open = std::make_shared<const OpenSeries>(open);
    EXPECT_EQ(select::seriesLink(s), SeriesLink::None);
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
    pair.priorGrid = testing::gridWithGap();
    AppState s = reduce(compared(pair), action::GoToSlice{5}); // z = 25, in the middle
    ASSERT_TRUE(select::missedInPrior(s));
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{1})), 35);
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{-1})), 15);
    EXPECT_EQ(priorLevel(reduce(s, action::StepPriorSlice{-2})), 10);
}

TEST(Compare, CrosshairInAGapOfTheCurrentSeriesAsksForTheSliceThatIsShown) {
    Pair pair;
    pair.currentGrid = testing::gridWithGap();
    AppState s = reduce(compared(pair), action::MoveCrosshair{{0, 0, 24}});
    EXPECT_EQ(currentLevel(s), 15);
    EXPECT_EQ(priorLevel(s), 15);
    EXPECT_FALSE(select::missedInCurrent(s));
}

} // namespace
} // namespace hemo
