// What was chosen, kept over restarts, and what a site says.

#include "app_fixture.h"

#include "app/kept_preferences.h"
#include "app/preferences/key_changes.h"
#include "app/text_size.h"
#include "app/window_place.h"

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

class KeptPreferencesTest : public ::testing::Test {
protected:
    SettingsPaths paths() const {
        return {temp.path() / "own" / "settings.ini", {temp.path() / "site" / "settings.ini"}};
    }
    void site(const char* text) {
        fs::create_directories(temp.path() / "site");
        std::ofstream(temp.path() / "site" / "settings.ini") << text;
    }
    /// The program's own choices, and then what is kept.
    struct Started {
        explicit Started(const SettingsPaths& paths) {
            store.dispatch(action::SetPresets{{{1, "Brain", {40, 80}}, {5, "Bone", {600, 2800}}}});
            kept = std::make_unique<KeptPreferences>(paths, store);
        }
        const Preferences& preferences() const { return store.state().preferences; }
        Store store;
        std::unique_ptr<KeptPreferences> kept;
    };
    TempFolder temp;
};

TEST_F(KeptPreferencesTest, NothingIsWrittenBeforeSomethingIsChosen) {
    const Started started(paths());
    EXPECT_EQ(*started.preferences().keys, usualKeys());
    EXPECT_FALSE(fs::exists(paths().own));
}

TEST_F(KeptPreferencesTest, WhatWasChosenComesBack) {
    {
        Started first(paths());
        first.store.dispatch(action::SetKeys{std::make_shared<const KeyTable>(
            withKey(*first.preferences().keys, "accept-finding", QKeySequence("Ctrl+,")))});
        first.store.dispatch(action::SetPresets{{{1, "Brain, mine", {35, 90}}, {5, "Bone", {600, 2800}}}});
        first.store.dispatch(action::SetMostVolumeBytes{std::size_t(3) << 30});
        first.store.dispatch(action::ReadListAhead{true});
        first.store.dispatch(action::SetMouse{{DragMeaning::Slab, DragMeaning::Window}});
        first.store.dispatch(action::SetHeatColours{HeatColours::Cividis});
        first.store.dispatch(action::SetTextPercent{150});
        first.store.dispatch(action::SetTheme{Theme::Light});
        first.store.dispatch(action::SetLanguage{Language::Spanish});
        first.store.dispatch(action::SetBloodLimits{{45, 85}});
        first.store.dispatch(action::SetHangings{{{7, hangingOfFilm()}}});
        first.store.dispatch(action::SetFirstLayout{KeptAs{7}});
        first.store.dispatch(action::SetMostRecents{10});
        first.store.dispatch(action::SetStartFolder{"/data/heads, all"});
        first.store.dispatch(action::ChooseModel{"ward-1"});
        first.store.dispatch(action::TogglePatientText{});
        first.store.dispatch(action::ChooseViews{ViewSet::OneLarge});
    }
    const Started again(paths());
    EXPECT_EQ(again.preferences().keys->keys.at("accept-finding"), "Ctrl+,");
    EXPECT_EQ(again.preferences().keys->keys.at("preferences"), "") << "who had the key before has none";
    EXPECT_EQ(again.preferences().presets,
              (std::vector<WindowPreset>{{1, "Brain, mine", {35, 90}}, {5, "Bone", {600, 2800}}}));
    EXPECT_EQ(again.preferences().mostVolumeBytes, std::size_t(3) << 30);
    EXPECT_TRUE(again.preferences().isListReadAhead);
    EXPECT_EQ(again.preferences().mouse, (MouseTable{DragMeaning::Slab, DragMeaning::Window}));
    EXPECT_EQ(again.preferences().heatStyle.colours, HeatColours::Cividis);
    EXPECT_EQ(again.preferences().textPercent, 150);
    EXPECT_EQ(again.preferences().theme, Theme::Light);
    EXPECT_EQ(again.preferences().language, Language::Spanish);
    EXPECT_EQ(again.preferences().bloodLimits, (BloodLimits{45, 85}));
    EXPECT_EQ(again.preferences().hangings, (Hangings{{7, hangingOfFilm()}}));
    EXPECT_EQ(again.preferences().firstLayout, FirstLayout(KeptAs{7}));
    EXPECT_EQ(again.preferences().mostRecents, 10);
    EXPECT_EQ(again.preferences().startFolder, "/data/heads, all");
    EXPECT_EQ(again.preferences().model, "ward-1");
    EXPECT_FALSE(again.preferences().isPatientTextShown);
    EXPECT_EQ(again.store.state().screen.viewSet, ViewSet::OneLarge);
    EXPECT_TRUE(again.preferences().fixed.empty());
}

TEST_F(KeptPreferencesTest, AKeyThatIsAsUsualAgainStandsInNoFile) {
    Started started(paths());
    const KeyTable usual = *started.preferences().keys;
    const auto choose = [&](const KeyTable& table) {
        started.store.dispatch(action::SetKeys{std::make_shared<const KeyTable>(table)});
    };
    choose(withKey(usual, "invert", QKeySequence("Ctrl+I")));
    choose(usual);
    started.kept.reset();
    EXPECT_EQ(saidIn(paths().own, "keys/invert"), std::nullopt);
}

TEST_F(KeptPreferencesTest, WhatTheSiteSaysHoldsAndIsFixed) {
    site("[keys]\nnext-finding = F5\n[windows]\n1 = Ours, 100, 50\n[look]\npatient_names = off\n");
    Started started(paths());
    EXPECT_EQ(started.preferences().keys->keys.at("next-finding"), "F5");
    EXPECT_TRUE(started.preferences().keys->fixed.contains("next-finding"));
    EXPECT_EQ(started.preferences().presets.front(), (WindowPreset{1, "Ours", {50, 100}}));
    EXPECT_EQ(started.preferences().fixed, (std::set{Setting::WindowPresets, Setting::PatientNames}));
    started.store.dispatch(action::TogglePatientText{});
    EXPECT_FALSE(started.preferences().isPatientTextShown);
}

TEST_F(KeptPreferencesTest, TheSiteFixesLayoutRecentsAndWhereOpeningBegins) {
    site("[look]\nfirst_views = brain-bone\n[list]\nrecents = 0\n[folders]\nopen = /data/incoming\n");
    Started started(paths());
    EXPECT_EQ(started.preferences().firstLayout, FirstLayout(ViewSet::BrainAndBone));
    EXPECT_EQ(started.preferences().mostRecents, 0);
    EXPECT_EQ(started.preferences().startFolder, "/data/incoming");
    EXPECT_EQ(started.preferences().fixed,
              (std::set{Setting::FirstLayout, Setting::MostRecents, Setting::StartFolder}));
    started.store.dispatch(action::SetStartFolder{"/elsewhere"});
    EXPECT_EQ(started.preferences().startFolder, "/data/incoming");
}

TEST_F(KeptPreferencesTest, TheSiteFixesWhichModelReads) {
    site("[reading]\nmodel = ward-1\n");
    Started started(paths());
    EXPECT_EQ(started.preferences().model, "ward-1");
    EXPECT_EQ(started.preferences().fixed, std::set{Setting::Model});
    started.store.dispatch(action::ChooseModel{"another"});
    EXPECT_EQ(started.preferences().model, "ward-1");
}

TEST_F(KeptPreferencesTest, WhatCannotBeUnderstoodChangesNothing) {
    site("[windows]\n1 = Brain, wide, 40\n5 = Bone, 0, 40\n[memory]\nvolumes_mb = lots\n"
         "[look]\nviews = nine\nfirst_views = nine\nheat = rainbow\ntext_size = 1000\ntheme = pink\nlanguage "
         "= "
         "latin\n[tools]\nblood_hu = 90, 50\n[arrangements]\n6 = all\n[folders]\nopen = "
         "nowhere\n[list]\nrecents = "
         "-1\nread_ahead = "
         "maybe\n[mouse]\nright "
         "= spin\n");
    const Started started(paths());
    EXPECT_EQ(started.preferences().presets.front(), (WindowPreset{1, "Brain", {40, 80}}));
    EXPECT_EQ(started.preferences().presets.back(), (WindowPreset{5, "Bone", {600, 2800}}));
    EXPECT_EQ(started.store.state().screen.viewSet, ViewSet::Four);
    EXPECT_EQ(started.preferences().mouse, MouseTable{});
    EXPECT_EQ(started.preferences().heatStyle, OverlayStyle{});
    EXPECT_EQ(started.preferences().textPercent, 100);
    EXPECT_EQ(started.preferences().theme, Theme::Dark);
    EXPECT_EQ(started.preferences().language, Language::System);
    EXPECT_EQ(started.preferences().bloodLimits, BloodLimits{});
    EXPECT_TRUE(started.preferences().hangings.empty());
    EXPECT_EQ(started.preferences().firstLayout, FirstLayout(AsLeft{}));
    EXPECT_EQ(started.preferences().mostRecents, kMostRecents);
    EXPECT_TRUE(started.preferences().startFolder.empty());
    EXPECT_TRUE(started.preferences().fixed.empty());
}

TEST_F(KeptPreferencesTest, AWindowComesBackWhereAndAsLargeAsItWas) {
    QWidget first, again;
    EXPECT_FALSE(restorePlace(again, paths())) << "nobody has kept it yet";
    first.setGeometry(40, 50, 420, 330);
    first.show();
    keepPlace(first, paths());
    EXPECT_TRUE(restorePlace(again, paths()));
    EXPECT_EQ(again.size(), QSize(420, 330));
    std::ofstream(paths().own) << "[window]\nplace = nonsense\n";
    EXPECT_FALSE(restorePlace(again, paths()));
    EXPECT_EQ(again.size(), QSize(420, 330));
}

TEST_F(KeptPreferencesTest, TheProgramStartsWithTheSizeOfTextThatWasKeptUnlessTheEnvironmentSaysOne) {
    constexpr auto kVariable = "QT_SCALE_FACTOR";
    const QByteArray before = qgetenv(kVariable);
    qunsetenv(kVariable);
    applyTextSize(paths());
    EXPECT_FALSE(qEnvironmentVariableIsSet(kVariable)) << "nobody has chosen one";
    site("[look]\ntext_size = 150\n");
    applyTextSize(paths());
    EXPECT_EQ(qgetenv(kVariable), "1.5");
    qputenv(kVariable, "2");
    applyTextSize(paths());
    EXPECT_EQ(qgetenv(kVariable), "2");
    before.isEmpty() ? qunsetenv(kVariable) : qputenv(kVariable, before);
}

} // namespace
} // namespace hemo::ui
