// Models that can be chosen: what is found, what joins them, and that the one that is chosen reads.

#include "app_fixture.h"

#include "app/kept_preferences.h"
#include "tests/gui/answer_file_dialog.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;
namespace fs = std::filesystem;

class ModelShelfTest : public ::testing::Test {
protected:
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const ModelChoice& model : modelsOn(shelf))
            all.push_back(model.name);
        return all;
    }

    hemo::testing::TempFolder folder;
    ModelShelf shelf{writeModelJson(folder.path() / "shipped" / "b"), folder.path() / "shipped",
                     folder.path() / "own"};
};

using Names = std::vector<std::string>;

TEST_F(ModelShelfTest, TheProgramsOwnIsFirstThenWhatIsShippedThenTheUsers) {
    writeModelJson(folder.path() / "shipped" / "a");
    writeModelJson(folder.path() / "shipped" / "c");
    writeModelJson(folder.path() / "own" / "aa");
    EXPECT_EQ(names(), (Names{"b", "a", "c", "aa"}));
}

TEST_F(ModelShelfTest, WhatIsNoModelIsLeftOut) {
    fs::create_directories(folder.path() / "own" / "empty");
    fs::create_directories(folder.path() / "own" / "broken");
    std::ofstream(folder.path() / "own" / "broken" / "model.json") << "{";
    std::ofstream(folder.path() / "own" / "a file") << "{";
    writeModelJson(folder.path() / "own" / "half-unfinished");
    writeModelJson(folder.path() / "own" / "b");
    EXPECT_EQ(names(), Names{"b"});
    EXPECT_EQ(modelsOn(shelf)[0].folder, shelf.first)
        << "the user's of the same name does not take its place";
}

TEST_F(ModelShelfTest, OneThatIsAddedIsCopiedWholeAndOnce) {
    const fs::path disc = writeModelJson(folder.path() / "disc" / "ward");
    std::ofstream(disc / "weights.safetensors") << "weights";
    fs::create_directories(disc / "pictures");
    EXPECT_EQ(putOnShelf(disc / "", shelf, TaskContext{}).value_or(""), "ward");
    EXPECT_EQ(bytesOf(folder.path() / "own" / "ward" / "weights.safetensors"), "weights");
    EXPECT_FALSE(fs::exists(folder.path() / "own" / "ward" / "pictures"));
    EXPECT_EQ(names(), (Names{"b", "ward"}));
    fs::remove(disc / "weights.safetensors");
    EXPECT_EQ(putOnShelf(disc, shelf, TaskContext{}).value_or(""), "ward") << "it is there already";
    EXPECT_EQ(bytesOf(folder.path() / "own" / "ward" / "weights.safetensors"), "weights");
}

TEST_F(ModelShelfTest, NothingIsWrittenOverAndNoNameMeansTwo) {
    const fs::path other = writeModelJson(folder.path() / "disc" / "b", "another");
    const auto taken = putOnShelf(other, shelf, TaskContext{});
    ASSERT_FALSE(taken);
    EXPECT_EQ(english(taken.error().message),
              "Another model is called b already: give this one's folder another name.");
    fs::create_directories(folder.path() / "own" / "damaged");
    EXPECT_FALSE(putOnShelf(writeModelJson(folder.path() / "disc" / "damaged"), shelf, TaskContext{}));
}

TEST_F(ModelShelfTest, AFolderWithoutAModelIsSaidToHaveNone) {
    fs::create_directories(folder.path() / "disc");
    const auto none = putOnShelf(folder.path() / "disc", shelf, TaskContext{});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::Model);
    EXPECT_FALSE(fs::exists(folder.path() / "own"));
}

using ChosenModel = ProgramTest;

TEST_F(ChosenModel, ReadsWhatIsOpenAndTheCardSaysSo) {
    writeNamedScan(folder.path() / "scan");
    application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
    ASSERT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_EQ(reader(state()).modelId, "fake");

    const AnswerFileDialog chosen(
        QString::fromStdString(writeModelJson(folder.path() / "disc" / "ward", "ward")));
    auto* button = window->findChild<QToolButton*>("model");
    ASSERT_TRUE(button->isVisible());
    button->menu()->actions().back()->trigger();
    ASSERT_TRUE(waitFor([&] { return reader(state()).modelId == "ward" && isRead(state()); }));
    EXPECT_EQ(reader(state()).prediction->provenance.modelId, "ward") << "the worker was told of it";
    EXPECT_EQ(state().notice->text, say("notice.model_added", "ward"));
    EXPECT_EQ(button->accessibleName(), "Model: ward");
    EXPECT_TRUE(fs::exists(folder.path() / "models" / "ward" / "model.json"));

    button->menu()->actions().front()->trigger();
    ASSERT_TRUE(waitFor([&] { return isRead(state()); }));
    EXPECT_EQ(reader(state()).prediction->provenance.modelId, "fake");
}

TEST_F(ChosenModel, IsTheOneThatReadsWhenTheProgramStartsAgain) {
    const SettingsPaths settings{folder.path() / "settings.ini", {}};
    const ModelShelf shelf{folder.path() / "model", {}, folder.path() / "models"};
    writeModelJson(*shelf.own / "ward", "ward");
    const auto started = [&] {
        Store store;
        store.dispatch(action::ModelsFound{modelsOn(shelf)});
        const KeptPreferences kept(settings, store);
        const std::string name = select::modelInUse(store.state())->name;
        store.dispatch(action::ChooseModel{name == "ward" ? "model" : "ward"});
        return name;
    };
    EXPECT_EQ(started(), "model");
    EXPECT_EQ(started(), "ward");
    EXPECT_EQ(started(), "model");
    EXPECT_EQ(saidIn(settings.own, "reading/model"), "ward");
    fs::remove_all(*shelf.own / "ward");
    EXPECT_EQ(started(), "model") << "what is not there any more does not read";
}

} // namespace
} // namespace hemo::ui
