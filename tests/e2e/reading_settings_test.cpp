#include "app_fixture.h"

#include "app/panels/way_button.h"
#include "app/reading_settings.h"

#include <QMenu>

#include <fstream>

namespace hemo::ui {
namespace {

namespace fs = std::filesystem;
using hemo::testing::TempFolder;
using namespace testing;

class SettingsTest : public ::testing::Test {
protected:
    SettingsFiles::Paths paths() const {
        return {temp.path() / "own" / "settings.ini",
                {temp.path() / "site" / "settings.ini", temp.path() / "distribution" / "settings.ini"}};
    }
    void write(const char* whose, const char* way) {
        fs::create_directories(temp.path() / whose);
        std::ofstream(temp.path() / whose / "settings.ini") << "[reading]\nway = " << way << "\n";
    }
    std::unique_ptr<Application> started() {
        Application::Folders folders;
        folders.settings = paths();
        return std::make_unique<Application>(InferenceClient::Paths{fakeWorker(), temp.path() / "model"},
                                             folders);
    }
    TempFolder temp;
};

TEST_F(SettingsTest, TheWayIsAssistedUntilOneIsChosenAndThenComesBack) {
    {
        const auto application = started();
        EXPECT_EQ(application->store().state().preferences.way, WayOfReading::Assisted);
        EXPECT_FALSE(fs::exists(paths().own)) << "nothing is written before something is chosen";
        application->store().dispatch(action::ChooseWay{WayOfReading::Blind});
    }
    const auto again = started();
    EXPECT_EQ(again->store().state().preferences.way, WayOfReading::Blind);
    EXPECT_FALSE(again->store().state().preferences.isWayFixed);
}

TEST_F(SettingsTest, WhatTheSiteSaysHoldsAndTheUsersOwnChoiceWaits) {
    write("own", "assisted");
    write("site", "second-reader");
    write("distribution", "blind");
    const auto application = started();
    const AppState& state = application->store().state();
    EXPECT_EQ(state.preferences.way, WayOfReading::SecondReader);
    EXPECT_TRUE(state.preferences.isWayFixed);
    application->store().dispatch(action::ChooseWay{WayOfReading::Assisted});
    EXPECT_EQ(state.preferences.way, WayOfReading::SecondReader);
    fs::remove_all(temp.path() / "site");
    fs::remove_all(temp.path() / "distribution");
    EXPECT_EQ(SettingsFiles(paths()).way().way, WayOfReading::Assisted);
}

TEST_F(SettingsTest, ASiteThatFixesWhatIsNotKnownLocksAndSaysSo) {
    write("site", "doubly-blind");
    const auto application = started();
    const AppState& state = application->store().state();
    EXPECT_EQ(state.preferences.way, WayOfReading::SecondReader);
    EXPECT_TRUE(state.preferences.isWayFixed);
    ASSERT_TRUE(state.notice);
    EXPECT_TRUE(english(state.notice->text).find("doubly-blind") != std::string::npos);
}

class WayInTheWindow : public ProgramTest {};

TEST_F(WayInTheWindow, TheMenuOfTheCardChoosesAndWhatIsFixedSaysWhy) {
    auto* button = window->findChild<WayButton*>();
    ASSERT_TRUE(button && button->isVisible());
    EXPECT_EQ(button->accessibleName(), "Way of reading: Assisted");
    ASSERT_EQ(button->menu()->actions().size(), 3);
    button->menu()->actions()[1]->trigger();
    EXPECT_EQ(state().preferences.way, WayOfReading::SecondReader);
    EXPECT_EQ(button->accessibleName(), "Way of reading: Second reader");
    application->store().dispatch(action::FixWay{WayOfReading::Blind});
    EXPECT_FALSE(button->isEnabled());
    EXPECT_TRUE(button->toolTip().startsWith("This site has fixed the way of reading."))
        << button->toolTip().toStdString();
    for (const QAction* action : window->actions())
        EXPECT_FALSE(action->text().startsWith("Way of reading") && action->isEnabled());
}

} // namespace
} // namespace hemo::ui
