// The reader's own verdict with real keys and clicks, in the whole window.

#include "app_fixture.h"

#include "core/imaging/write/write_series.h"
#include "core/simulate/phantom.h"
#include "viewer/widgets/slice_view.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;
using Own = ReaderVerdict::Answer;

class OwnVerdictTest : public ProgramTest {
protected:
    OwnVerdictTest() {
        EXPECT_TRUE(imaging::writeSeries(*makePhantom(coarseHead()).volume, {}, folder.path() / "scan",
                                         TaskContext{}));
        application->store().dispatch(action::ChooseWay{WayOfReading::SecondReader});
        application->store().dispatch(action::OpenPaths{{folder.path() / "scan"}});
        EXPECT_TRUE(waitFor([&] { return isRead(state()); }));
        view = views().sliceView(kLead);
    }
    QString text(const char* name) { return window->findChild<QLabel*>(name)->text(); }
    bool isSeen(const char* name) { return window->findChild<QWidget*>(name)->isVisible(); }
    const OwnVerdict& own() { return lead(state()).ownVerdict; }

    SliceView* view = nullptr;
};

TEST_F(OwnVerdictTest, SixKeysCommitABleedAndTheAnswerIsShown) {
    EXPECT_EQ(text("headline"), "Your reading first");
    EXPECT_FALSE(isSeen("heat"));
    press(Qt::Key_Q);
    ASSERT_TRUE(isSeen("commitVerdict"));
    EXPECT_FALSE(window->findChild<QPushButton*>("commitVerdict")->isEnabled());
    press(Qt::Key_B);
    press(Qt::Key_D);
    press(Qt::Key_Space);
    EXPECT_EQ(text("verdictGap"), "1 place shown. How sure are you? 1 to 5.");
    press(Qt::Key_4);
    EXPECT_TRUE(window->findChild<QPushButton*>("commitVerdict")->isEnabled());
    press(Qt::Key_Return);
    ASSERT_TRUE(own().first);
    EXPECT_EQ(own().first->answer, Own::Bleed);
    EXPECT_EQ(own().first->kinds, std::vector{BleedType::Subdural});
    EXPECT_EQ(own().first->places, std::vector{lead(state()).look->place});
    EXPECT_EQ(own().first->confidence, 4);
    EXPECT_GT(own().first->committedAt, 1700000000);
    EXPECT_FALSE(isSeen("commitVerdict"));
    EXPECT_NE(text("headline"), "Your reading first");
    EXPECT_TRUE(isSeen("sideBySide"));
    EXPECT_TRUE(isSeen("heat"));
}

TEST_F(OwnVerdictTest, TheLongestKindBesideTheAnswerMakesNothingWiderThanTheCard) {
    for (const Qt::Key key : {Qt::Key_Q, Qt::Key_B, Qt::Key_P, Qt::Key_Space, Qt::Key_4, Qt::Key_Return})
        press(key);
    ASSERT_TRUE(isSeen("sideBySide"));
    const auto* area = window->findChild<QWidget*>("verdictCard")->findChild<QScrollArea*>();
    EXPECT_LE(area->widget()->minimumSizeHint().width(), area->viewport()->width());
}

TEST_F(OwnVerdictTest, TheKeysOfThePanelAreNoShortcutsWhileItIsOpenAndAgainAfterwards) {
    const auto preset = lead(state()).look->presetKey;
    press(Qt::Key_Q);
    for (const Qt::Key key :
         {Qt::Key_B, Qt::Key_N, Qt::Key_C, Qt::Key_E, Qt::Key_P, Qt::Key_V, Qt::Key_A, Qt::Key_D, Qt::Key_5})
        press(key);
    EXPECT_FALSE(select::isComparing(state()));
    EXPECT_EQ(state().screen.tool, Tool::Window);
    EXPECT_EQ(lead(state()).look->presetKey, preset);
    EXPECT_FALSE(state().screen.enlarged);
    EXPECT_EQ(lead(state()).verdictDraft->kinds.size(), 5u);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().screen.isAnswering);
    EXPECT_FALSE(own().first) << "Esc commits nothing";
    press(Qt::Key_5);
    EXPECT_EQ(lead(state()).look->presetKey, 5);
    press(Qt::Key_C);
    EXPECT_EQ(state().screen.tool, Tool::Crosshair);
}

TEST_F(OwnVerdictTest, AClickShowsAPlaceADragIsTheWindowAndASecondClickTakesItAway) {
    press(Qt::Key_Q);
    const QPoint at = view->rect().center() + QPoint(20, 10);
    QTest::mouseClick(view, Qt::LeftButton, {}, at);
    ASSERT_EQ(lead(state()).verdictDraft->places.size(), 1u);
    EXPECT_LT(length(lead(state()).verdictDraft->places[0] - *view->patientAt(at)), 0.01);
    EXPECT_EQ(lead(state()).verdictDraft->answer, Own::Bleed);
    press(Qt::Key_4); // the focus is in the picture now
    EXPECT_EQ(lead(state()).verdictDraft->confidence, 4);
    const WindowLevel before = lead(state()).look->window;
    QTest::mousePress(view, Qt::LeftButton, {}, at);
    QTest::mouseMove(view, at + QPoint(30, 0));
    QTest::mouseMove(view, at + QPoint(60, 0));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at + QPoint(60, 0));
    EXPECT_EQ(lead(state()).verdictDraft->places.size(), 1u);
    EXPECT_NE(lead(state()).look->window, before);
    QTest::mouseClick(view, Qt::LeftButton, {}, at);
    EXPECT_TRUE(lead(state()).verdictDraft->places.empty());
}

TEST_F(OwnVerdictTest, ThePlaceIsSeenInItsSliceAndInNoOther) {
    press(Qt::Key_Q);
    const QImage before = view->picture();
    press(Qt::Key_Space);
    EXPECT_NE(view->picture(), before);
    EXPECT_EQ(sliceScene(state(), kLead).ownPlaces.size(), 1u);
    press(Qt::Key_Up);
    EXPECT_TRUE(sliceScene(state(), kLead).ownPlaces.empty());
}

TEST_F(OwnVerdictTest, TheMouseAloneIsEnough) {
    QTest::mouseClick(window->findChild<QPushButton*>("openVerdict"), Qt::LeftButton);
    for (const char* name : {"None", "Certain, 5 of 5"})
        for (auto* button : window->findChildren<QToolButton*>())
            if (button->accessibleName() == name) QTest::mouseClick(button, Qt::LeftButton);
    QTest::mouseClick(window->findChild<QPushButton*>("commitVerdict"), Qt::LeftButton);
    ASSERT_TRUE(own().first);
    EXPECT_EQ(own().first->answer, Own::None);
    EXPECT_EQ(own().first->confidence, 5);
}

TEST_F(OwnVerdictTest, ARevisionStandsBesideTheFirst) {
    for (const Qt::Key key : {Qt::Key_Q, Qt::Key_N, Qt::Key_3, Qt::Key_Return})
        press(key);
    ASSERT_TRUE(own().first);
    EXPECT_FALSE(isSeen("firstVerdict"));
    for (const Qt::Key key : {Qt::Key_Q, Qt::Key_C, Qt::Key_Return})
        press(key);
    ASSERT_TRUE(own().revised);
    EXPECT_EQ(own().first->answer, Own::None);
    EXPECT_TRUE(text("ownVerdict").contains("Cannot tell")) << text("ownVerdict").toStdString();
    EXPECT_TRUE(text("firstVerdict").contains("None")) << text("firstVerdict").toStdString();
}

} // namespace
} // namespace hemo::ui
