#include "made_comparison.h"

#include <random>

namespace hemo {
namespace {

using namespace testing;

// ---- linked by position

TEST(Compare, SharedFrameOfReferenceLinksAtOnce) {
    AppState s = compared({});
    EXPECT_EQ(linkOf(s), LinkKind::SharedFrame);
    for (int k = 0; k < 10; ++k) {
        s = atSlice(s, k);
        EXPECT_EQ(priorLevel(s), currentLevel(s));
        EXPECT_FALSE(missedHere(beside(s)));
    }
}

TEST(Compare, WithoutAPixelSizeNothingIsLinkedByPosition) {
    AppState s = compared({});
    s = withSeries(s, lead(s).id, [](SeriesInfo& info) { info.areLengthsKnown = false; });
    EXPECT_EQ(linkOf(s), LinkKind::None);
}

TEST(Compare, ScrollingThePriorTakesTheCurrentSeriesAlong) {
    AppState s = compared({});
    s = reduce(s, action::GoToStep{kBeside, 31});
    EXPECT_EQ(lead(s).look->place.z, 31);
    EXPECT_EQ(currentLevel(s), 30);
    s = reduce(s, action::StepSlice{kBeside, 2});
    EXPECT_EQ(priorLevel(s), 33);
    EXPECT_EQ(currentLevel(s), 35);
    s = reduce(s, action::StepSlice{kAxial, -1});
    EXPECT_EQ(currentLevel(s), 30);
    EXPECT_EQ(priorLevel(s), 30);
}

TEST(Compare, CrosshairStandsAtTheSamePlaceInBoth) {
    AppState s = compared({});
    s = reduce(s, action::MoveCrosshair{kLead, {13, -22, 20}});
    expectNear(beside(s).look->place, {13, -22, 20});
    s = reduce(s, action::MoveCrosshair{kBeside, {-31, 8, 12}});
    expectNear(lead(s).look->place, {-31, 8, 12});
}

// ---- laid upon each other by their pictures

AppState registered(const AppState& s, RigidTransform toPrior, double likeness) {
    return reduce(
        s, action::HeadsRegistered{beside(s).id, beside(s).registration.job.number, toPrior, likeness});
}

const RigidTransform kToPrior{{}, {4, -3, 10}};

TEST(Compare, APriorInAnotherFrameIsLaidUponTheCurrentSeriesByItself) {
    AppState s = compared(Pair().inOtherFrames());
    EXPECT_TRUE(beside(s).registration.job.isRunning);
    EXPECT_EQ(beside(s).registration.onto, lead(s).id);
    s = registered(s, kToPrior, 0.95);
    EXPECT_EQ(linkOf(s), LinkKind::Registered);
    s = reduce(s, action::MoveCrosshair{kLead, {5, 6, 20}});
    expectNear(beside(s).look->place, {9, 3, 30});
    s = reduce(s, action::MoveCrosshair{kBeside, {9, 3, 40}});
    expectNear(lead(s).look->place, {5, 6, 30});
}

TEST(Compare, HeadsThatDoNotFitAreNotLinked) {
    AppState s = registered(compared(Pair().inOtherFrames()), kToPrior, 0.7);
    EXPECT_EQ(linkOf(s), LinkKind::None);
    EXPECT_FALSE(beside(s).registration.job.isRunning) << "it is not tried again and again";
    s = reduce(s, action::StepSlice{kLead, 1});
    EXPECT_FALSE(beside(s).registration.job.isRunning);
}

TEST(Compare, JGoesFromThePicturesToApartToByHandAndBack) {
    AppState s = registered(compared(Pair().inOtherFrames()), kToPrior, 0.95);
    std::vector<LinkKind> kinds;
    for (int n = 0; n < 3; ++n) {
        s = reduce(s, action::ToggleLink{kBeside});
        kinds.push_back(linkOf(s));
    }
    EXPECT_EQ(kinds, (std::vector{LinkKind::None, LinkKind::ByHand, LinkKind::Registered}));
    EXPECT_FALSE(beside(s).registration.job.isRunning);
}

TEST(Compare, ALinkByHandIsNotOverruledByARegistrationThatComesLate) {
    AppState s = compared(Pair().inOtherFrames());
    const int job = beside(s).registration.job.number;
    s = reduce(s, action::ToggleLink{kBeside});
    ASSERT_EQ(linkOf(s), LinkKind::ByHand);
    s = reduce(s, action::HeadsRegistered{beside(s).id, job, kToPrior, 0.95});
    EXPECT_EQ(linkOf(s), LinkKind::ByHand);
}

TEST(Compare, OtherPatientsAndSharedFramesAreNotRegistered) {
    EXPECT_FALSE(beside(compared({})).registration.job.isRunning) << "their files say how they lie";
    Pair pair;
    pair.inOtherFrames();
    pair.prior.patientName = "Roe^Richard";
    EXPECT_FALSE(beside(compared(pair)).registration.job.isRunning);
}

// ---- and where neither is known

TEST(Compare, EmptyFramesOfReferenceAreNotShared) {
    Pair pair;
    pair.current.frameOfReferenceUid = pair.prior.frameOfReferenceUid = "";
    EXPECT_EQ(linkOf(compared(pair)), LinkKind::None);
}

TEST(Compare, OtherPatientIsNeverLinkedByPosition) {
    Pair pair;
    pair.prior.patientName = "Roe^Richard";
    EXPECT_EQ(linkOf(compared(pair)), LinkKind::None)
        << "some anonymisers give everybody the same frame of reference";
}

TEST(Compare, UnknownSidesAreNeverLinkedByPosition) {
    Pair pair;
    pair.prior.areDirectionsKnown = false;
    EXPECT_EQ(linkOf(compared(pair)), LinkKind::None);
}

TEST(Compare, ReaderCanHoldLinkedSeriesApartAndLinkThemByHand) {
    AppState s = reduce(compared({}), action::ToggleLink{kBeside});
    EXPECT_EQ(linkOf(s), LinkKind::None);
    const double before = priorLevel(s);
    s = atSlice(s, 9);
    EXPECT_EQ(priorLevel(s), before);
    s = reduce(s, action::GoToStep{kBeside, 42});
    s = reduce(s, action::ToggleLink{kBeside});
    EXPECT_EQ(linkOf(s), LinkKind::ByHand);
    EXPECT_NEAR(offsetOf(s).z, -3, 1e-9);
    s = atSlice(s, 4);
    EXPECT_EQ(priorLevel(s), currentLevel(s) - 3);
    s = reduce(s, action::ToggleLink{kBeside});
    EXPECT_EQ(linkOf(s), LinkKind::SharedFrame) << "and back to the positions of the files";
    EXPECT_EQ(priorLevel(s), currentLevel(s));
}

// ---- linked by hand

TEST(Compare, OtherFrameOfReferenceScrollsAloneAtFirst) {
    AppState s = compared(Pair{}.inOtherFrames());
    EXPECT_EQ(linkOf(s), LinkKind::None);
    const int prior = select::stepsIn(s, kBeside).index;
    s = atSlice(s, 9);
    EXPECT_EQ(select::stepsIn(s, kBeside).index, prior);
    const int current = *currentSlice(lead(s));
    s = reduce(s, action::StepSlice{kBeside, 3});
    EXPECT_EQ(select::stepsIn(s, kBeside).index, prior + 3);
    EXPECT_EQ(currentSlice(lead(s)), current);
    EXPECT_FALSE(missedHere(lead(s)));
    EXPECT_FALSE(missedHere(beside(s)));
}

TEST(Compare, OffsetPointsFromTheCurrentSeriesToThePrior) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(112.5, 10, 5); // everything 112.5 mm further up
    AppState s = compared(pair);
    s = atSlice(s, 4);
    s = reduce(s, action::GoToStep{kBeside, 4});
    s = reduce(s, action::ToggleLink{kBeside});
    EXPECT_EQ(linkOf(s), LinkKind::ByHand);
    EXPECT_NEAR(offsetOf(s).z, 112.5, 1e-9);
    s = atSlice(s, 7);
    EXPECT_EQ(select::stepsIn(s, kBeside).index, 7);
    s = reduce(s, action::GoToStep{kBeside, 1});
    EXPECT_EQ(currentSlice(lead(s)), 1);
}

TEST(Compare, LinkingByLevelAloneLaysTheMiddlesOfTheSlicesUponEachOther) {
    Pair pair = Pair{}.inOtherFrames();
    pair.priorGrid = axialGrid(100, 10, 5, 40); // the table stood 40 mm to the left and behind
    AppState s = compared(pair);
    s = reduce(
        s, action::MoveCrosshair{kLead, {60, 60, 20}}); // in one of them only: it says nothing of the other
    s = reduce(s, action::ToggleLink{kBeside});
    expectNear(PatientPoint{} + offsetOf(s), {40, 40, priorLevel(s) - currentLevel(s)});
}

TEST(Compare, LinkingByTwoCrosshairsLaysThemUponEachOther) {
    AppState s = compared(Pair{}.inOtherFrames());
    s = reduce(s, action::MoveCrosshair{kLead, {30, -12, 20}});
    s = reduce(s, action::MoveCrosshair{kBeside, {23, -2, 31}});
    s = reduce(s, action::ToggleLink{kBeside});
    expectNear(PatientPoint{} + offsetOf(s), {-7, 10, 11});
    s = reduce(s, action::MoveCrosshair{kLead, {0, 0, 10}});
    expectNear(beside(s).look->place, {-7, 10, 21});
    s = reduce(s, action::MoveCrosshair{kBeside, {3, 10, 26}});
    expectNear(lead(s).look->place, {10, 0, 15});
}

TEST(Compare, LinkByHandIsClearedAndEachScrollsAloneFromWhereItIs) {
    AppState s = reduce(compared(Pair{}.inOtherFrames()), action::ToggleLink{kBeside});
    const double prior = priorLevel(s);
    s = reduce(s, action::ToggleLink{kBeside});
    EXPECT_EQ(linkOf(s), LinkKind::None);
    EXPECT_TRUE(s.screen.links.empty());
    s = atSlice(s, 0);
    EXPECT_EQ(priorLevel(s), prior);
}

TEST(Compare, LinkByHandHoldsForOtherSeriesOfTheSameFrames) {
    Pair pair = Pair{}.inOtherFrames();
    SeriesInfo bone = pair.current, elsewhere = pair.current;
    bone.id = "bone";
    elsewhere.id = "elsewhere";
    elsewhere.frameOfReferenceUid = "third frame";
    AppState s = compared(pair, {bone, elsewhere});
    s = reduce(s, action::GoToStep{kBeside, 30});
    s = reduce(s, action::ToggleLink{kBeside});
    const Vec3 offset = offsetOf(s);

    s = reduce(s, action::OpenSeries{kLead, "bone"});
    s = loaded(s, kLead, bone, volumeOf(axialGrid(-5, 30, 2), "bone"));
    EXPECT_EQ(linkOf(s), LinkKind::ByHand);
    EXPECT_EQ(offsetOf(s), offset);
    expectNear(beside(s).look->place, lead(s).look->place + offset);

    s = reduce(s, action::OpenSeries{kLead, "elsewhere"});
    s = loaded(s, kLead, elsewhere, volumeOf(axialGrid(0, 10, 5), "elsewhere"));
    EXPECT_EQ(linkOf(s), LinkKind::None) << "that offset says nothing of this frame";
    s = reduce(s, action::OpenSeries{kLead, "now"});
    s = loaded(s, kLead, pair.current, volumeOf(pair.currentGrid, "now"));
    EXPECT_EQ(linkOf(s), LinkKind::ByHand);
}

TEST(Compare, LinkByHandWithinOneFrameHoldsForThoseTwoSeriesOnly) {
    Pair pair;
    SeriesInfo bone = pair.current;
    bone.id = "bone";
    AppState s = reduce(compared(pair, {bone}), action::ToggleLink{kBeside});
    s = reduce(s, action::GoToStep{kBeside, 3});
    s = reduce(s, action::ToggleLink{kBeside});
    ASSERT_EQ(linkOf(s), LinkKind::ByHand);
    s = reduce(s, action::OpenSeries{kLead, "bone"});
    s = loaded(s, kLead, bone, volumeOf(pair.currentGrid, "bone"));
    EXPECT_EQ(linkOf(s), LinkKind::SharedFrame);
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
        s = atSlice(s, int(between(0.3, 0.7) * pair.currentGrid.slices()));
        const Grid& prior = pair.priorGrid;
        s = reduce(s, action::GoToStep{kBeside, prior.nearestSlice({0, 0, currentLevel(s) + shift})});
        s = reduce(s, action::ToggleLink{kBeside});
        ASSERT_EQ(linkOf(s), LinkKind::ByHand);
        for (int step = 0; step < 20; ++step) {
            if (step % 3 == 2)
                s = reduce(s, action::StepSlice{kBeside, int(between(-9, 9))});
            else
                s = atSlice(s, int(between(0, pair.currentGrid.slices())));
            if (missedHere(beside(s)) || missedHere(lead(s))) continue;
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
    s = atSlice(s, 9);
    const auto missed = missedHere(beside(s));
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->nearestSlice, 4);
    EXPECT_NEAR(missed->toNearest.z, -15, 1e-9);
    EXPECT_FALSE(missedHere(lead(s)));
    s = atSlice(s, 6);
    EXPECT_FALSE(missedHere(beside(s)));
}

TEST(Compare, CurrentSeriesSaysSoTooWhereThePriorReachesFurther) {
    Pair pair;
    pair.priorGrid = axialGrid(-30, 20, 5); // -30 .. 65
    AppState s = compared(pair);
    s = reduce(s, action::GoToStep{kBeside, 0});
    const auto missed = missedHere(lead(s));
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->nearestSlice, 0);
    EXPECT_NEAR(missed->toNearest.z, 30, 1e-9);
    EXPECT_EQ(priorLevel(s), -30) << "the prior stays where the reader scrolled it";
}

TEST(Compare, SteppingBackLeadsOntoTheFirstSliceNotPastIt) {
    Pair pair;
    pair.priorGrid = axialGrid(-30, 20, 5);
    AppState s = reduce(compared(pair), action::GoToStep{kBeside, 19});
    ASSERT_TRUE(missedHere(lead(s)));
    s = reduce(s, action::StepSlice{kAxial, -1});
    EXPECT_FALSE(missedHere(lead(s)));
    EXPECT_EQ(currentLevel(s), 45) << "the top slice must not be skipped";
    EXPECT_EQ(priorLevel(s), 45);

    pair.priorGrid = axialGrid(10, 5, 5);
    s = atSlice(compared(pair), 0);
    ASSERT_TRUE(missedHere(beside(s)));
    s = reduce(s, action::StepSlice{kBeside, 1});
    EXPECT_EQ(priorLevel(s), 10);
    EXPECT_EQ(currentLevel(s), 10);
}

TEST(Compare, SteppingOutOfAGapLeadsOntoTheSlicesBesideIt) {
    Pair pair;
    pair.priorGrid = testing::gridWithGap();
    AppState s = atSlice(compared(pair), 5); // z = 25, in the middle
    ASSERT_TRUE(missedHere(beside(s)));
    EXPECT_EQ(priorLevel(reduce(s, action::StepSlice{kBeside, 1})), 35);
    EXPECT_EQ(priorLevel(reduce(s, action::StepSlice{kBeside, -1})), 15);
    EXPECT_EQ(priorLevel(reduce(s, action::StepSlice{kBeside, -2})), 10);
}

TEST(Compare, CrosshairInAGapOfTheCurrentSeriesAsksForTheSliceThatIsShown) {
    Pair pair;
    pair.currentGrid = testing::gridWithGap();
    AppState s = reduce(compared(pair), action::MoveCrosshair{kLead, {0, 0, 24}});
    EXPECT_EQ(currentLevel(s), 15);
    EXPECT_EQ(priorLevel(s), 15);
    EXPECT_FALSE(missedHere(lead(s)));
}

} // namespace
} // namespace hemo
