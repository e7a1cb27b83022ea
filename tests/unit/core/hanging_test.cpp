#include "made_comparison.h"

#include "core/state/hanging.h"

namespace hemo {
namespace {

using namespace testing;

/// Brain and bone, thick, in a window of the reader's own and without the crosshair.
AppState arranged() {
    AppState s = reduce(listed({}), action::ChooseViews{ViewSet::BrainAndBone});
    s = reduce(s, action::SetSlab{kLead, {Slab::Kind::Mean, 5}});
    s = reduce(s, action::SetWindow{kLead, {35, 90}});
    s = reduce(s, action::SetWindow{ViewportId{1}, {500, 2000}});
    return reduce(s, action::ToggleCrosshair{});
}

TEST(Hanging, WhatWasKeptComesBackAsItWasForWhateverIsOpen) {
    AppState s = reduce(arranged(), action::KeepHanging{6});
    EXPECT_EQ(english(s.notice->text), "Kept: Ctrl+6 arranges every scan like this.");
    s = reduce(s, action::ChooseViews{ViewSet::Four});
    s = reduce(s, action::SetWindow{kLead, {40, 80}});
    s = reduce(s, action::ToggleCrosshair{});
    s = reduce(s, action::HangAs{6});
    EXPECT_EQ(s.screen.viewSet, ViewSet::BrainAndBone);
    ASSERT_EQ(s.screen.viewports.size(), 2u);
    EXPECT_EQ(s.screen.viewports[0].slab, (Slab{Slab::Kind::Mean, 5}));
    EXPECT_EQ(s.screen.viewports[1].slab, Slab{});
    EXPECT_EQ(s.screen.viewports[1].ownWindow, (WindowLevel{500, 2000}));
    EXPECT_EQ(select::shownIn(s, kLead)->look->window, (WindowLevel{35, 90}));
    EXPECT_FALSE(s.screen.isCrosshairShown);
}

TEST(Hanging, WhereNothingIsKeptItSaysSoAndChangesNothing) {
    const AppState before = listed({});
    AppState after = reduce(before, action::HangAs{7});
    ASSERT_TRUE(after.notice);
    after.notice = before.notice;
    EXPECT_EQ(after, before);
}

TEST(Hanging, ASeriesBesideComesBackWithItsLayer) {
    AppState s = compared({});
    ASSERT_TRUE(select::isComparing(s));
    s = reduce(s, action::SetSlab{ViewportId{1}, {Slab::Kind::Maximum, 10}});
    s = reduce(s, action::KeepHanging{9});
    s = reduce(s, action::ShowLeadAlone{});
    s = reduce(s, action::HangAs{9});
    ASSERT_TRUE(select::isComparing(s));
    EXPECT_EQ(s.screen.viewports[1].slab, (Slab{Slab::Kind::Maximum, 10}));
    s = reduce(s, action::ChooseViews{ViewSet::One});
    EXPECT_FALSE(select::isComparing(s));
}

TEST(Hanging, TheSitesArrangementsAreNotWrittenOver) {
    AppState s = reduce(arranged(), action::KeepHanging{6});
    s = reduce(s, action::FixSettings{{Setting::Hangings}});
    const Hangings sites = s.preferences.hangings;
    s = reduce(s, action::ChooseViews{ViewSet::Film});
    s = reduce(s, action::KeepHanging{6});
    EXPECT_EQ(s.preferences.hangings, sites);
    EXPECT_EQ(english(s.notice->text), "The arrangements here are this site's: nobody changes them.");
}

TEST(Hanging, SurvivesItsText) {
    const Hanging kept = reduce(arranged(), action::KeepHanging{8}).preferences.hangings.at(8);
    EXPECT_EQ(hangingFrom(hangingText(kept)), kept);
    EXPECT_EQ(hangingText(kept).find('\n'), std::string::npos);
}

TEST(Hanging, TextThatIsNoneIsNone) {
    for (const char* text : {"", "{}", "[1]", "six", R"({"views": "nine", "beside": false})",
                             R"({"views":"four","beside":"no","crosshair":true,"window":{},"each":[]})"})
        EXPECT_FALSE(hangingFrom(text)) << text;
}

TEST(Hanging, LayersAndWindowsFromAFileKeepToTheirLimits) {
    const auto hanging = hangingFrom(
        R"({"views":"one","beside":false,"crosshair":true,"window":{"centre":40,"width":-3},"each":[{"slab":"mean","mm":9000}]})");
    ASSERT_TRUE(hanging);
    EXPECT_EQ(hanging->window.width, 1);
    EXPECT_EQ(hanging->each.front().slab.thicknessMm, kMostSlabMm);
}

// ---- how a series stands that is seen for the first time

/// The other series of the list in place of the first one.
AppState openedNext(AppState s) {
    const Pair pair;
    s = reduce(s, action::OpenSeries{kLead, pair.prior.id});
    return loaded(s, kLead, pair.prior, volumeOf(pair.priorGrid, pair.prior.id));
}

TEST(FirstLayout, ASeriesThatIsNewStandsAsTheOneBeforeItWhereNothingElseIsWanted) {
    const AppState s = openedNext(reduce(listed({}), action::ChooseViews{ViewSet::Film}));
    EXPECT_EQ(s.screen.viewSet, ViewSet::Film);
}

TEST(FirstLayout, ASeriesThatIsNewStandsAsIsWantedAndAsItWasLeftWhenItIsSeenAgain) {
    AppState s = reduce(listed({}), action::SetFirstLayout{ViewSet::OneLarge});
    EXPECT_EQ(s.screen.viewSet, ViewSet::Four) << "what is open stays as it is";
    s = openedNext(s);
    EXPECT_EQ(s.screen.viewSet, ViewSet::OneLarge);
    EXPECT_EQ(s.screen.viewports.size(), viewsOf(ViewSet::OneLarge, ReadingId::None).size());
    s = reduce(s, action::ChooseViews{ViewSet::One});
    s = reduce(s, action::OpenSeries{kLead, Pair().current.id});
    EXPECT_EQ(s.screen.viewSet, ViewSet::One) << "it was seen before";
}

TEST(FirstLayout, ASeriesThatIsNewHangsAsTheArrangementThatIsWanted) {
    AppState s = reduce(arranged(), action::KeepHanging{7});
    s = reduce(s, action::SetFirstLayout{KeptAs{7}});
    s = reduce(s, action::ChooseViews{ViewSet::Four});
    s = openedNext(s);
    EXPECT_EQ(s.screen.viewSet, ViewSet::BrainAndBone);
    EXPECT_EQ(s.screen.viewports[1].ownWindow, (WindowLevel{500, 2000}));
    EXPECT_EQ(select::shownIn(s, kLead)->look->window, (WindowLevel{35, 90}));
    s = reduce(listed({}), action::SetFirstLayout{KeptAs{9}});
    s = openedNext(reduce(s, action::ChooseViews{ViewSet::Film}));
    EXPECT_EQ(s.screen.viewSet, ViewSet::Film) << "none is kept under that number";
    EXPECT_FALSE(s.notice);
}

TEST(FirstLayout, WhereNothingCanStandBesideNobodyComplains) {
    AppState s = reduce(compared({}), action::KeepHanging{8});
    Hangings kept = s.preferences.hangings;
    s = reduce(AppState{}, action::SetHangings{kept});
    s = reduce(s, action::SetFirstLayout{KeptAs{8}});
    s = reduce(s, action::OpenPaths{{"alone"}});
    FolderContents contents;
    contents.series = {Pair().current};
    contents.bestSeriesId = Pair().current.id;
    s = scanned(s, contents);
    s = loaded(s, kLead, Pair().current, volumeOf(Pair().currentGrid, Pair().current.id));
    EXPECT_FALSE(select::isComparing(s));
    EXPECT_FALSE(s.notice) << english(s.notice->text);
}

TEST(FirstLayout, WhatStandsBesideIsNotRearranged) {
    const SeriesInfo third = seriesOf("third", "frame", "20190311");
    AppState s = compared({}, {third});
    s = reduce(s, action::SetFirstLayout{ViewSet::Film});
    s = reduce(s, action::OpenSeries{kLead, third.id});
    s = loaded(s, kLead, third, volumeOf(Pair().currentGrid, third.id));
    EXPECT_TRUE(select::isComparing(s));
}

TEST(FirstLayout, SurvivesItsNameAndIsTheSitesWhereItIsFixed) {
    for (const FirstLayout& layout : {FirstLayout(AsLeft{}), FirstLayout(ViewSet::BrainAndBone),
                                      FirstLayout(ViewSet::Film), FirstLayout(KeptAs{8})})
        EXPECT_EQ(firstLayoutNamed(firstLayoutName(layout)), layout);
    for (const char* name : {"", "nine", "arrangement-5", "arrangement-10"})
        EXPECT_FALSE(firstLayoutNamed(name)) << name;
    AppState s = reduce(AppState{}, action::FixSettings{{Setting::FirstLayout}});
    EXPECT_EQ(reduce(s, action::SetFirstLayout{ViewSet::One}), s);
}

TEST(BloodLimits, StayWideEnoughToGrowAnything) {
    AppState s = reduce(AppState{}, action::SetBloodLimits{{70, 60}});
    EXPECT_EQ(s.preferences.bloodLimits, (BloodLimits{70, 80}));
    s = reduce(s, action::SetBloodLimits{{-50, 3000}});
    EXPECT_EQ(s.preferences.bloodLimits, (BloodLimits{20, 200}));
    s = reduce(s, action::FixSettings{{Setting::BloodLimits}});
    EXPECT_EQ(reduce(s, action::SetBloodLimits{}).preferences.bloodLimits, (BloodLimits{20, 200}));
}

} // namespace
} // namespace hemo
