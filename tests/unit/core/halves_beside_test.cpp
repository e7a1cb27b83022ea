// One picture, and the other half of the head beside it.

#include "made_comparison.h"

#include "core/state/select/difference.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

using namespace action;
using namespace testing;

AppState withMiddle(AppState s) {
    return withReading(std::move(s), lead(s).id,
                       [](Reading& r) { r.middle = std::make_shared<const HeadMiddle>(); });
}

AppState halvesOf(const AppState& s) {
    return reduce(withMiddle(s), ToggleHalvesBeside{});
}

TEST(HalvesBeside, AreTheSamePictureTwiceAndTheCommandTakesThemBack) {
    AppState s = reduce(withMiddle(listed({})), Activate{kCoronal});
    s = reduce(s, SetSlab{kCoronal, {Slab::Kind::Mean, 5}});
    const std::vector<Viewport> four = s.screen.viewports;
    s = reduce(s, ToggleHalvesBeside{});
    ASSERT_EQ(s.screen.viewports.size(), 2u);
    EXPECT_TRUE(select::areHalvesBeside(s));
    EXPECT_FALSE(select::isComparing(s));
    Viewport other = four[1];
    EXPECT_EQ(s.screen.viewports[0], other);
    other.isOtherHalf = true;
    EXPECT_EQ(s.screen.viewports[1], other);
    EXPECT_EQ(s.screen.layout, (Layout{1, 2}));
    s = reduce(s, ToggleHalvesBeside{});
    EXPECT_EQ(s.screen.viewports, four);
    EXPECT_EQ(s.screen.layout, layoutOf(ViewSet::Four));
}

TEST(HalvesBeside, AreScrolledZoomedWindowedAndLayeredTogether) {
    AppState s = halvesOf(reduce(listed({}), ChooseViews{ViewSet::BrainAndBone}));
    s = reduce(s, Activate{kBeside});
    s = reduce(s, StepSlice{kBeside, 1});
    EXPECT_EQ(select::placeIn(s, kLead), select::placeIn(s, kBeside));
    s = reduce(s, SetView{kBeside, {3, 10, -5}});
    EXPECT_EQ(select::viewIn(s, kLead), (ViewState{3, 10, -5}));
    EXPECT_EQ(select::viewIn(s, kBeside), select::viewIn(s, kLead));
    s = reduce(s, SetWindow{kBeside, {50, 200}});
    EXPECT_EQ(select::windowIn(s, kLead), (WindowLevel{50, 200}));
    s = reduce(s, SetSlab{kBeside, {Slab::Kind::Mean, 10}});
    EXPECT_EQ(select::viewport(s, kLead)->slab, (Slab{Slab::Kind::Mean, 10}));
    s = reduce(s, ToggleHalvesBeside{});
    EXPECT_EQ(select::viewIn(s, kLead).zoom, 3) << "where it was looked at stays";
    EXPECT_EQ(select::viewport(s, kLead)->slab, (Slab{Slab::Kind::Mean, 10}));
}

TEST(HalvesBeside, SlabsOfBrainAndBoneThatDifferStayAsTheyWere) {
    AppState s = reduce(listed({}), ChooseViews{ViewSet::BrainAndBone});
    s = reduce(s, SetSlab{kBeside, {Slab::Kind::Maximum, 20}});
    const std::vector<Viewport> before = s.screen.viewports;
    s = reduce(halvesOf(s), SetSlab{kLead, {Slab::Kind::Mean, 10}});
    s = reduce(s, ToggleHalvesBeside{});
    for (std::size_t n = 0; n < before.size(); ++n)
        EXPECT_EQ(s.screen.viewports[n].slab, before[n].slab);
}

TEST(HalvesBeside, TheZoomOfAnotherPlaneStaysWithIt) {
    AppState s = halvesOf(reduce(listed({}), Activate{kCoronal}));
    s = reduce(s, SetView{kLead, {3, 10, -5}});
    s = reduce(s, ToggleHalvesBeside{});
    EXPECT_EQ(select::viewIn(s, kCoronal).zoom, 3);
    EXPECT_EQ(select::viewIn(s, kAxial).zoom, 1);
}

TEST(HalvesBeside, WithoutAMiddleThereIsASentenceAndNothingElse) {
    const AppState s = reduce(listed({}), ToggleHalvesBeside{});
    EXPECT_FALSE(select::areHalvesBeside(s));
    ASSERT_TRUE(s.notice);
    EXPECT_EQ(s.notice->text, say("notice.no_middle"));
}

TEST(HalvesBeside, NeverStayForTheNextHead) {
    for (const ViewSet set : {ViewSet::Four, ViewSet::One}) {
        AppState s = halvesOf(reduce(listed({}), ChooseViews{set}));
        s = reduce(s, StepSeries{kBeside, 1});
        EXPECT_FALSE(select::areHalvesBeside(s));
        EXPECT_EQ(s.screen.viewports.size(), viewsOf(set, ReadingId::None).size());
        EXPECT_EQ(select::wantedIn(s, kLead)->series->id, "before");
    }
}

TEST(HalvesBeside, GoWhereASeriesComesBesideOrOtherViewsAreChosen) {
    AppState s = halvesOf(listed({}));
    AppState beside = reduce(s, ToggleBeside{});
    EXPECT_FALSE(select::areHalvesBeside(beside));
    EXPECT_TRUE(select::isComparing(beside));
    beside = reduce(beside, ShowLeadAlone{});
    EXPECT_EQ(beside.screen.viewports.size(), 4u) << "not back to the halves";
    s = reduce(s, ChooseViews{ViewSet::Four});
    EXPECT_FALSE(select::areHalvesBeside(s));
    EXPECT_EQ(s.screen.viewports.size(), 4u);
}

TEST(HalvesBeside, OfSeveralSeriesAreThoseOfTheFirst) {
    const AppState s = halvesOf(compared({}));
    ASSERT_TRUE(select::areHalvesBeside(s));
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_EQ(lead(s).series->id, "now");
}

TEST(HalvesBeside, ATurnedPlaneIsLaidStraightAsTheViewItCameFrom) {
    AppState s = halvesOf(reduce(listed({}), Activate{kCoronal}));
    const ReadingPlane turnedPlane =
        turnedAbout(ReadingPlane::along(ViewAxis::Coronal), lead(s).volume->grid(), {0, 0, 1}, 0.2);
    s = reduce(s, TurnPlanes{{{kLead, turnedPlane}, {kBeside, turnedPlane}}});
    s = reduce(s, StraightenPlanes{});
    for (const Viewport& view : s.screen.viewports)
        EXPECT_EQ(view.plane, ReadingPlane::along(ViewAxis::Coronal));
}

TEST(HalvesBeside, AreBothSeenOfAScanOfOneSlice) {
    AppState s = halvesOf(openState(volumeOf(uprightGrid(1))));
    EXPECT_EQ(select::seenCells(s).size(), 2u);
}

TEST(HalvesBeside, TheOtherHalfIsNeverADifference) {
    AppState s = reduce(halvesOf(listed({})), ShowDifference{Difference::OtherHalf});
    EXPECT_TRUE(select::takenOff(s, kLead));
    EXPECT_FALSE(select::takenOff(s, kBeside));
}

} // namespace
} // namespace hemo
