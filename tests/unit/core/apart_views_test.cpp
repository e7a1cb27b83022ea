#include "made_comparison.h"

namespace hemo {
namespace {

using namespace testing;

std::vector<int> idsSeen(const AppState& s) {
    std::vector<int> ids;
    for (const Cell& cell : select::seenCells(s))
        ids.push_back(static_cast<int>(cell.viewport));
    return ids;
}

TEST(ApartViews, AViewApartLeavesTheOthersTheWindowAndComesBack) {
    AppState s = reduce(listed({}), action::ToggleApart{kCoronal});
    EXPECT_EQ(idsSeen(s), (std::vector<int>{0, 2, 3}));
    EXPECT_EQ(select::seenCells(s).front().rows, 2) << "one large, two beside it";
    EXPECT_EQ(s.screen.active, kCoronal);
    s = reduce(s, action::ToggleApart{kCoronal});
    EXPECT_EQ(idsSeen(s), (std::vector<int>{0, 1, 2, 3}));
}

TEST(ApartViews, TheLastViewStaysInTheWindow) {
    AppState s = listed({});
    for (const ViewportId id : {kLead, kCoronal, ViewportId{2}, ViewportId{3}})
        s = reduce(s, action::ToggleApart{id});
    EXPECT_EQ(idsSeen(s), std::vector<int>{3});
    EXPECT_FALSE(select::canTakeApart(s, ViewportId{3}));
    EXPECT_TRUE(select::canTakeApart(s, kLead)) << "back again";
}

TEST(ApartViews, OneThatIsApartIsNotEnlargedAndTheKeysMeanItWhileAnotherIs) {
    AppState s = reduce(listed({}), action::ToggleApart{kCoronal});
    EXPECT_FALSE(reduce(s, action::Enlarge{kCoronal}).screen.enlarged);
    s = reduce(s, action::Enlarge{kLead});
    s = reduce(s, action::Activate{kCoronal});
    EXPECT_EQ(select::scrolledViewport(s), kCoronal);
    EXPECT_EQ(idsSeen(s), std::vector<int>{0});
}

TEST(ApartViews, AViewThatGoesApartIsEnlargedNoMore) {
    AppState s = reduce(listed({}), action::Enlarge{kCoronal});
    s = reduce(s, action::ToggleApart{kCoronal});
    EXPECT_FALSE(s.screen.enlarged);
    EXPECT_EQ(idsSeen(s), (std::vector<int>{0, 2, 3}));
}

TEST(ApartViews, OfSeveralSeriesTheLastInTheWindowIsFollowedByAnother) {
    const SeriesInfo third = seriesOf("third", "frame", "20190301");
    AppState s = reduce(compared({}, {third}), action::ShowBeside{third.id});
    s = loaded(s, ViewportId{2}, third, volumeOf(axialGrid(0, 10, 5), third.id));
    s = reduce(s, action::ToggleApart{kLead});
    s = reduce(s, action::ToggleApart{kBeside});
    EXPECT_EQ(idsSeen(s), std::vector<int>{2});
    s = reduce(s, action::CloseViewport{ViewportId{2}});
    EXPECT_EQ(idsSeen(s), std::vector<int>{0});
    EXPECT_TRUE(select::viewport(s, kBeside)->isApart);
}

TEST(Room, ANarrowWindowFoldsTheListAndTheKeyBringsItBack) {
    AppState s = listed({});
    EXPECT_TRUE(select::isListShown(s));
    s = reduce(s, action::RoomChanged{true});
    EXPECT_FALSE(select::isListShown(s));
    EXPECT_FALSE(s.preferences.arePanelsFolded) << "the card with its verdict stays";
    s = reduce(s, action::TogglePanels{});
    EXPECT_TRUE(select::isListShown(s));
    s = reduce(s, action::TogglePanels{});
    EXPECT_FALSE(select::isListShown(s));
    s = reduce(reduce(s, action::TogglePanels{}), action::RoomChanged{false});
    EXPECT_TRUE(select::isListShown(s));
}

TEST(FixedSettings, WhatTheSiteHasFixedStaysAsItIs) {
    AppState s = reduce({}, action::SetPresets{{{1, "Brain", {40, 80}}}});
    s = reduce(s, action::FixSettings{
                      {Setting::WindowPresets, Setting::Memory, Setting::ReadAhead, Setting::PatientNames}});
    const Preferences fixed = s.preferences;
    for (const Action& wanted :
         {Action{action::SetPresets{{{1, "Mine", {1, 2}}}}}, Action{action::SetMostVolumeBytes{1}},
          Action{action::ReadListAhead{true}}, Action{action::TogglePatientText{}}})
        EXPECT_EQ(reduce(s, wanted).preferences, fixed);
}

} // namespace
} // namespace hemo
