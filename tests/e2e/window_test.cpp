#include "window_fixture.h"

#include "app/cheat_sheet.h"
#include "app/command_palette.h"
#include "app/main_window.h"
#include "app/worth/worth_page.h"
#include "tests/support/said.h"
#include "tests/support/temp_folder.h"
#include "viewer/widgets/slice_view.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

#include <map>

namespace hemo::ui {
namespace {

using namespace testing;

TEST_F(WindowTest, FolderBecomesPicturesBarsAndAVerdict) {
    openAndRead();
    EXPECT_EQ(state().shelf.contents->series.size(), 1u);
    EXPECT_EQ(reader(state()).prediction->verdict.answer, Answer::Suspected);
    EXPECT_EQ(select::suspiciousSlices(state(), lead(state())).size(), 7u);
}

TEST_F(WindowTest, KeysScrollChoosePresetsAndFold) {
    openAndRead();
    const int slice = *currentSlice(lead(state()));
    press(Qt::Key_Up);
    EXPECT_EQ(currentSlice(lead(state())), slice + 1);
    press(Qt::Key_Down);
    EXPECT_EQ(currentSlice(lead(state())), slice);
    press(Qt::Key_Home);
    EXPECT_EQ(currentSlice(lead(state())), 13);
    press(Qt::Key_5);
    EXPECT_EQ(lead(state()).look->window, (WindowLevel{600, 2800}));
    press(Qt::Key_I);
    EXPECT_TRUE(lead(state()).look->isInverted);
    press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_TRUE(state().preferences.arePanelsFolded);
    window->findChild<SliceView*>()->setFocus(); // wherever the focus is
    QTest::keyClick(window->findChild<SliceView*>(), Qt::Key_B, Qt::ControlModifier);
    EXPECT_FALSE(state().preferences.arePanelsFolded);
    press(Qt::Key_P);
    EXPECT_FALSE(state().preferences.isPatientTextShown);
    press(Qt::Key_R);
    EXPECT_EQ(lead(state()).look->window, (WindowLevel{40, 80}));
}

TEST_F(WindowTest, AClickOnHowSureItIsTellsWhatItIsWorthHere) {
    openAndRead();
    QTest::mouseClick(window->findChild<QLabel*>("sure"), Qt::LeftButton);
    EXPECT_TRUE(window->findChild<WorthPage*>());
}

TEST_F(WindowTest, AnEmptyWindowOpensAPhantomForWhoeverHasNoScan) {
    auto* phantom = window->findChild<QPushButton*>("welcomePhantom");
    ASSERT_TRUE(phantom->isVisible());
    EXPECT_FALSE(views().isVisible());
    QTest::mouseClick(phantom, Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return isRead(state()); }, 180000)); // drawn at the lowest priority
    EXPECT_FALSE(phantom->isVisible());
    EXPECT_TRUE(views().isVisible());
    EXPECT_EQ(lead(state()).volume->grid().slices(), 28);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "cache" / "phantom"));
}

TEST(Commands, NoKeyStandsForTwo) {
    std::map<QString, std::string_view> taken;
    for (const Command& command : allCommands())
        for (const QKeySequence& key : command.keys) {
            const auto [other, isFree] = taken.emplace(key.toString(), command.id);
            EXPECT_TRUE(isFree) << key.toString().toStdString() << ": " << other->second << " and "
                                << command.id;
        }
}

TEST_F(WindowTest, EveryKeyFitsOnOnePageOfASmallScreen) {
    press(Qt::Key_F1, Qt::ShiftModifier);
    auto* sheet = window->findChild<CheatSheet*>();
    ASSERT_TRUE(sheet);
    const QSize whole = sheet->findChild<QScrollArea*>()->widget()->sizeHint();
    EXPECT_LE(whole.width(), 1280);
    EXPECT_LE(whole.height(), 720);
    EXPECT_LE(sheet->width(), window->width());
    EXPECT_LE(sheet->height(), window->height());
    QString all;
    for (const QLabel* label : sheet->findChildren<QLabel*>())
        all += label->text();
    const auto isWithinARow = [](std::string_view id) { // "Ctrl+6 to Ctrl+9", "Alt+Shift+A ..."
        return (id.find("hang") != id.npos && (id.ends_with('7') || id.ends_with('8'))) ||
               (id.starts_with("box-") && !id.starts_with("box-front"));
    };
    for (const Command& command : allCommands())
        if (!command.keys.isEmpty() && !isWithinARow(command.id)) {
            EXPECT_TRUE(all.contains(command.keys.front().toString(QKeySequence::NativeText).toHtmlEscaped()))
                << command.id;
        }
}

TEST_F(WindowTest, ComparingWithNothingSaysWhatToDo) {
    openAndRead();
    press(Qt::Key_B);
    ASSERT_TRUE(state().notice);
    EXPECT_EQ(state().notice->text, say("notice.no_other"));
}

TEST_F(WindowTest, TabMovesTheFocusAsEverywhere) {
    openAndRead();
    auto* view = window->findChild<SliceView*>();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab);
    EXPECT_FALSE(state().preferences.arePanelsFolded);
    EXPECT_NE(QApplication::focusWidget(), view);
}

TEST_F(WindowTest, AKeyImageIsSetAndTakenBackByOneKey) {
    openAndRead();
    press(Qt::Key_K);
    ASSERT_EQ(marksOf(lead(state())).size(), 1u);
    EXPECT_TRUE(sliceScene(state(), kAxial).sliceText.contains("Key image"));
    press(Qt::Key_Up);
    EXPECT_FALSE(sliceScene(state(), kAxial).sliceText.contains("Key image"));
    press(Qt::Key_Down);
    press(Qt::Key_K);
    EXPECT_TRUE(marksOf(lead(state())).empty());
}

TEST_F(WindowTest, CommandsAreFoundByTheirWords) {
    openAndRead();
    press(Qt::Key_K, Qt::ControlModifier);
    auto* palette = window->findChild<CommandPalette*>();
    ASSERT_TRUE(palette);
    auto* words = palette->findChild<QLineEdit*>();
    auto* rows = palette->findChild<QListWidget*>();
    const int all = rows->count();
    const auto isPossible = [&](int n) { return bool(rows->item(n)->flags() & Qt::ItemIsEnabled); };
    for (int n = 0; n < all; ++n)
        EXPECT_TRUE(isPossible(n));
    QTest::keyClicks(words, "teaching case");
    ASSERT_EQ(rows->count(), 1) << "nobody has read yet: it is told, and not done";
    EXPECT_FALSE(isPossible(0));
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(window->findChild<CommandPalette*>()->isVisible());
    words->clear();
    QTest::keyClicks(words, "xyz");
    EXPECT_EQ(rows->item(0)->text(), "Nothing has these words: try fewer.");
    words->clear();
    QTest::keyClicks(words, "bone brain");
    EXPECT_EQ(rows->count(), 1) << "of " << all;
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_EQ(state().screen.viewSet, ViewSet::BrainAndBone);
}

TEST_F(WindowTest, NGoesToTheNextSuspiciousSlice) {
    openAndRead();
    press(Qt::Key_Home);
    press(Qt::Key_N);
    const int first = *currentSlice(lead(state()));
    EXPECT_TRUE(reader(state()).prediction->slices[first].any() > 0.5);
    press(Qt::Key_N);
    EXPECT_EQ(currentSlice(lead(state())), first - 2);
    press(Qt::Key_N, Qt::ShiftModifier);
    EXPECT_EQ(currentSlice(lead(state())), first);
}

TEST_F(WindowTest, TappingGTogglesTheHeatMapAndHoldingPeeks) {
    openAndRead();
    EXPECT_FALSE(state().screen.isHeatShown);
    press(Qt::Key_G);
    EXPECT_TRUE(state().screen.isHeatShown);
    press(Qt::Key_G);
    EXPECT_FALSE(state().screen.isHeatShown);

    QTest::keyPress(window.get(), Qt::Key_G);
    EXPECT_TRUE(select::isHeatOn(state().screen));
    clock.turn(std::chrono::milliseconds(400));
    QTest::keyRelease(window.get(), Qt::Key_G);
    EXPECT_FALSE(select::isHeatOn(state().screen));
}

TEST_F(WindowTest, AMessageMovesNothingThatIsRead) {
    openAndRead();
    const auto place = [this] {
        QCoreApplication::processEvents();
        return views().geometry();
    };
    const QRect before = place();
    application->store().dispatch(action::Notify{{said("Something is to be said."), false}});
    EXPECT_EQ(place(), before);
}

TEST_F(WindowTest, ANoticeGoesByItselfAndAnErrorStays) {
    openAndRead();
    application->store().dispatch(action::Notify{{said("Something is to be said."), false}});
    ASSERT_TRUE(state().notice);
    clock.turn(std::chrono::milliseconds(7999));
    EXPECT_TRUE(state().notice);
    clock.turn(std::chrono::milliseconds(1));
    EXPECT_FALSE(state().notice);
    application->store().dispatch(action::Notify{{said("This cannot be read: try another."), true}});
    clock.turn(std::chrono::hours(1));
    EXPECT_TRUE(state().notice);
}

TEST_F(WindowTest, ThatAPhantomIsBeingMadeIsSaidUntilItIsOpenHoweverSlowTheMachine) {
    application->store().dispatch(action::Notify{{say("notice.making_phantom"), false}});
    clock.turn(std::chrono::minutes(5));
    ASSERT_TRUE(state().notice);
    openAndRead();
    EXPECT_FALSE(state().notice);
}

TEST_F(WindowTest, AKeyForWhatIsNotThereSaysWhatToDo) {
    openAndRead();
    const auto said = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        application->store().dispatch(action::DismissNotice{});
        press(key, modifiers);
        return state().notice ? state().notice->text : Message();
    };
    for (const auto& [key, modifiers] :
         {std::pair(Qt::Key_Space, Qt::NoModifier), std::pair(Qt::Key_J, Qt::NoModifier),
          std::pair(Qt::Key_PageDown, Qt::ControlModifier), std::pair(Qt::Key_PageUp, Qt::ControlModifier)})
        EXPECT_EQ(said(key, modifiers), say("notice.none_beside")) << key;
    press(Qt::Key_End); // where nothing is suspicious
    for (const Qt::Key key : {Qt::Key_Comma, Qt::Key_Period, Qt::Key_U})
        EXPECT_EQ(said(key), say("notice.no_finding_here")) << key;
    for (const Qt::Key key : {Qt::Key_Period, Qt::Key_U})
        EXPECT_EQ(said(key, Qt::ControlModifier), say("notice.no_finding_here")) << key;
    for (const Qt::Key key : {Qt::Key_BracketLeft, Qt::Key_BracketRight})
        EXPECT_EQ(said(key), say("notice.no_brush")) << key;
}

TEST_F(WindowTest, AMessageDoesNotSwallowEscape) {
    openAndRead();
    application->store().dispatch(action::Enlarge{kAxial});
    application->store().dispatch(action::ChooseTool{Tool::Pan});
    application->store().dispatch(action::Notify{{said("Something is to be said."), false}});
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().screen.enlarged);
    press(Qt::Key_Escape);
    EXPECT_EQ(state().screen.tool, Tool::Window);
    EXPECT_TRUE(state().notice);
    press(Qt::Key_Escape);
    EXPECT_FALSE(state().notice);
}

TEST_F(WindowTest, EmptyFolderIsASentenceAndKeepsWhatWasOpen) {
    openAndRead();
    const VolumePtr before = lead(state()).volume;
    std::filesystem::create_directory(folder.path() / "empty");
    open("empty");
    ASSERT_TRUE(waitFor([this] { return !state().shelf.scan.isRunning; }));
    ASSERT_TRUE(state().notice);
    EXPECT_TRUE(state().notice->isError);
    EXPECT_EQ(lead(state()).volume, before);
    EXPECT_EQ(reader(state()).status, SecondReader::Status::Done);
}

TEST_F(WindowTest, KilledWorkerLeavesTheReaderReadingAndRetryWorks) {
    tellFakeWorker("crash");
    open("series");
    ASSERT_TRUE(waitFor([this] {
        const Reading* shown = select::shownIn(state(), kLead);
        return shown && shown->reader.status == SecondReader::Status::Failed;
    }));
    const int slice = *currentSlice(lead(state()));
    press(Qt::Key_Up);
    EXPECT_EQ(currentSlice(lead(state())), slice + 1);

    tellFakeWorker("answer");
    application->store().dispatch(action::Classify{lead(state()).id});
    EXPECT_TRUE(waitFor([this] { return reader(state()).status == SecondReader::Status::Done; }));
}

TEST_F(WindowTest, SecondFolderReplacesTheFirstWithItsOwnAnswer) {
    openAndRead();
    writePhantom("second", "4.5.6");
    open("second");
    ASSERT_TRUE(
        waitFor([this] { return isRead(state()) && lead(state()).volume->seriesInstanceUid() == "4.5.6"; }));
    EXPECT_EQ(select::shownPrediction(state(), lead(state()))->provenance.seriesInstanceUid, "4.5.6");
}

TEST_F(WindowTest, EveryControlHasAnAccessibleName) {
    openAndRead();
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()) continue;
        if (widget->inherits("QScrollArea") || widget->inherits("QMenu")) continue;
        const QVariant text = widget->property("text");
        EXPECT_FALSE(widget->accessibleName().isEmpty() && text.toString().isEmpty())
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

TEST_F(WindowTest, WhatALabelSaysIsItsNameToAScreenReader) {
    openAndRead();
    int heard = 0;
    for (QLabel* label : window->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || label->textFormat() == Qt::RichText) continue;
        const QString name = QAccessible::queryAccessibleInterface(label)->text(QAccessible::Name);
        EXPECT_EQ(name, label->text()) << label->accessibleDescription().toStdString();
        ++heard;
    }
    EXPECT_GT(heard, 10);
}

} // namespace
} // namespace hemo::ui
