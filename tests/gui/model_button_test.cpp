#include "verdict_card_fixture.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

ModelChoice model(const char* name, int size, bool namesSubtypes) {
    ModelInfo info;
    info.id = name;
    info.inputSize = size;
    info.namesSubtypes = namesSubtypes;
    return {name, std::filesystem::path("/models") / name, info};
}

class ModelButtonTest : public VerdictCardTest {
protected:
    void openWithModels(AppState state) {
        open(reduce(std::move(state),
                    action::ModelsFound{{model("lite-1", 288, true), model("paper-1", 512, false)}}));
    }
    QToolButton& button() { return *card.findChild<QToolButton*>("model"); }
};

TEST_F(ModelButtonTest, SaysWhichModelsThereAreAndChoosesAnother) {
    openWithModels(stateWithRules());
    ASSERT_TRUE(button().isVisible());
    EXPECT_EQ(button().accessibleName(), "Model: lite-1");
    const auto choices = button().menu()->actions();
    ASSERT_EQ(choices.size(), 4) << "two models, a line, and what adds one";
    EXPECT_EQ(choices[0]->text(), "lite-1: 288 px, names the kind of bleed");
    EXPECT_EQ(choices[1]->text(), "paper-1: 512 px, any bleed, without its kind");
    EXPECT_TRUE(choices[0]->isChecked());
    choices[1]->trigger();
    EXPECT_EQ(store.timesAsked<action::ChooseModel>(), 1);
    EXPECT_EQ(button().accessibleName(), "Model: paper-1");
    EXPECT_TRUE(button().menu()->actions()[1]->isChecked());
    EXPECT_EQ(text("headline"), "Reading") << "nothing that the other said stays";
}

TEST_F(ModelButtonTest, OneThatIsNotInTheListCanBeAdded) {
    openWithModels(openState());
    int asked = 0;
    QObject::connect(&card, &VerdictCard::modelAsked, [&] { ++asked; });
    button().menu()->actions().back()->trigger();
    EXPECT_EQ(asked, 1);
}

TEST_F(ModelButtonTest, StandsWithTheRuleInsideTheCard) {
    openWithModels(stateWithRules());
    const auto* rule = card.findChild<QToolButton*>("rule");
    const QRect ours = QRect(button().mapTo(&card, QPoint()), button().size()),
                theirs = QRect(rule->mapTo(&card, QPoint()), rule->size());
    EXPECT_TRUE(card.rect().contains(ours));
    EXPECT_FALSE(ours.intersects(theirs));
    EXPECT_EQ(ours.center().y(), theirs.center().y());
    EXPECT_GE(button().width(), button().sizeHint().width()) << "its word is cut";
    EXPECT_GE(rule->width(), rule->sizeHint().width());
}

TEST_F(ModelButtonTest, FixedItSaysWhyAndBlindItIsGone) {
    openWithModels(openState());
    store.send(action::FixSettings{{Setting::Model}});
    EXPECT_FALSE(button().isEnabled());
    EXPECT_TRUE(button().toolTip().contains("fixed")) << button().toolTip().toStdString();
    store.send(action::ChooseWay{WayOfReading::Blind});
    EXPECT_FALSE(button().isVisible());
}

TEST_F(ModelButtonTest, WhereTheReadersOwnVerdictComesFirstItWaitsForIt) {
    openWithModels(openState());
    store.send(action::ChooseWay{WayOfReading::SecondReader});
    EXPECT_FALSE(button().isVisible());
    store.send(action::ChooseWay{WayOfReading::Assisted});
    EXPECT_TRUE(button().isVisible());
}

TEST_F(ModelButtonTest, WithNoModelsKnownItIsNotThere) {
    open(openState());
    EXPECT_FALSE(button().isVisible());
}

} // namespace
} // namespace hemo::ui
