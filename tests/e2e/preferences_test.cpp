#include "app_fixture.h"

#include "app/cheat_sheet.h"
#include "app/preferences/folders_page.h"
#include "app/preferences/key_changes.h"
#include "app/preferences/key_field.h"
#include "app/preferences/preferences_dialog.h"
#include "tests/gui/answer_file_dialog.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDesktopServices>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMessageBox>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>

namespace hemo::ui {
namespace {

using namespace testing;

// ---- keys

TEST(KeyChanges, AKeyStandsForOneCommandAlone) {
    KeyTable table{{{"a", "N"}, {"b", "Ctrl+N; F3"}, {"c", ""}}, {}};
    table = withKey(table, "c", QKeySequence("F3"));
    EXPECT_EQ(table.keys, (decltype(table.keys){{"a", "N"}, {"b", "Ctrl+N"}, {"c", "F3"}}));
    EXPECT_EQ(commandOf(table, QKeySequence("F3")), "c");
    table = withUsualKeys(table, {"b", "B", "Ctrl+N; F3"});
    EXPECT_EQ(table.keys["b"], "Ctrl+N") << "F3 is the other one's by now";
    EXPECT_EQ(withKey(table, "c", {}).keys["c"], "");
}

TEST(KeyChanges, WhatTheSiteHasFixedLosesAndGetsNoKey) {
    const KeyTable table{{{"a", "N"}, {"b", "M"}}, {"a"}};
    EXPECT_EQ(withKey(table, "a", QKeySequence("X")), table);
    EXPECT_EQ(withKey(table, "b", QKeySequence("N")), table);
}

class PreferencesTest : public ProgramTest {
protected:
    PreferencesTest() {
        application->store().dispatch(action::SetKeys{std::make_shared<const KeyTable>(usualKeys())});
        PhantomSpec spec = coarseHead();
        spec.seriesInstanceUid = "1.2.3";
        EXPECT_TRUE(
            imaging::writeSeries(*makePhantom(spec).volume, {}, folder.path() / "series", TaskContext{}));
    }
    void openAndRead() {
        application->store().dispatch(action::OpenPaths{{folder.path() / "series"}});
        ASSERT_TRUE(waitFor([this] { return isRead(state()); }));
    }
    /// Its page of that name in front.
    PreferencesDialog& dialog(const QString& title) {
        press(Qt::Key_Comma, Qt::ControlModifier);
        auto& made = *window->findChild<PreferencesDialog*>();
        activate(made);
        auto& pages = *made.findChild<QTabWidget*>();
        for (int n = 0; n < pages.count(); ++n)
            if (pages.tabText(n) == title) pages.setCurrentIndex(n);
        return made;
    }
    void choose(PreferencesDialog& dialog, const QString& words) {
        auto& table = *dialog.findChild<QTableWidget*>("keys");
        for (int row = 0; row < table.rowCount(); ++row)
            if (table.item(row, 0)->text().startsWith(words)) return table.selectRow(row);
        ADD_FAILURE() << "no such command";
    }
    QString says(PreferencesDialog& dialog) { return dialog.findChild<QLabel*>("keySays")->text(); }
    void pressNew(PreferencesDialog& dialog, Qt::Key key) {
        QTest::keyClick(dialog.findChild<KeyField*>("newKey"), key);
    }
    void click(PreferencesDialog& dialog, const char* button) {
        QTest::mouseClick(dialog.findChild<QAbstractButton*>(button), Qt::LeftButton);
    }
};

TEST_F(PreferencesTest, AKeyThatIsTakenSaysWhoseItIsAndGoesOverWhenItIsUsed) {
    openAndRead();
    PreferencesDialog& page = dialog("Keys and mouse");
    choose(page, "Heat map");
    pressNew(page, Qt::Key_I);
    EXPECT_EQ(says(page), QStringLiteral("I stands for “Invert”, which loses it if you use it here."));
    EXPECT_EQ(keyText(state(), "invert"), "I") << "nothing is changed yet";
    click(page, "useKey");
    EXPECT_EQ(keyText(state(), "heat"), "I");
    EXPECT_EQ(keyText(state(), "invert"), "");
    page.close();
    activate(*window);
    const bool wasShown = state().screen.isHeatShown;
    press(Qt::Key_G);
    EXPECT_EQ(state().screen.isHeatShown, wasShown);
    press(Qt::Key_I);
    EXPECT_NE(state().screen.isHeatShown, wasShown);
    EXPECT_FALSE(lead(state()).look->isInverted);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QString sheet;
    for (const QLabel* label : window->findChild<CheatSheet*>()->findChildren<QLabel*>())
        sheet += label->text();
    EXPECT_TRUE(sheet.contains("<b>I</b></td><td>Heat map"));
}

TEST_F(PreferencesTest, AllKeysAreAsUsualAgain) {
    PreferencesDialog& page = dialog("Keys and mouse");
    choose(page, "Invert");
    pressNew(page, Qt::Key_N);
    click(page, "useKey");
    choose(page, "Fit");
    click(page, "noKey");
    EXPECT_NE(*state().preferences.keys, usualKeys());
    click(page, "allUsual");
    EXPECT_EQ(*state().preferences.keys, usualKeys());
}

TEST_F(PreferencesTest, WhatTheSiteHasFixedIsGreyAndSaysWhy) {
    KeyTable table = usualKeys();
    table.fixed = {"invert"};
    application->store().dispatch(action::SetKeys{std::make_shared<const KeyTable>(table)});
    application->store().dispatch(action::FixSettings{{Setting::PatientNames}});
    PreferencesDialog& page = dialog("Keys and mouse");
    choose(page, "Invert");
    EXPECT_EQ(says(page), "This site has fixed the key of this command.");
    EXPECT_FALSE(page.findChild<KeyField*>("newKey")->isEnabled());
    choose(page, "Fit");
    page.findChild<KeyField*>("newKey")->setKey(QKeySequence("I"));
    EXPECT_FALSE(page.findChild<QAbstractButton*>("useKey")->isEnabled());
    auto& commands = *page.findChild<QTableWidget*>("keys");
    for (int row = 0; row < commands.rowCount(); ++row) {
        const bool isInvert = commands.item(row, 0)->text().startsWith("Invert");
        EXPECT_EQ(commands.item(row, 0)->toolTip().isEmpty(), !isInvert) << "it is dim, with the reason";
    }
    EXPECT_FALSE(page.findChild<QAbstractButton*>("areNamesShown")->isEnabled());
    EXPECT_TRUE(page.findChild<QAbstractButton*>("isListReadAhead")->isEnabled());
}

TEST_F(PreferencesTest, TheRightButtonDoesWhatWasChosenForItAndTheHelpSheetSaysSo) {
    PreferencesDialog& page = dialog("Keys and mouse");
    auto& right = *page.findChild<QComboBox*>("rightDrag");
    EXPECT_EQ(right.currentText(), "zoom");
    right.setCurrentText("slices");
    Q_EMIT right.activated(right.currentIndex());
    EXPECT_EQ(state().preferences.mouse, (MouseTable{DragMeaning::Pan, DragMeaning::Slices}));
    page.close();
    activate(*window);
    press(Qt::Key_F1, Qt::ShiftModifier);
    QString sheet;
    for (const QLabel* label : window->findChild<CheatSheet*>()->findChildren<QLabel*>())
        sheet += label->text();
    EXPECT_TRUE(sheet.contains("Tool, pan, slices"));
    application->store().dispatch(action::FixSettings{{Setting::Mouse}});
    EXPECT_FALSE(dialog("Keys and mouse").findChild<QComboBox*>("rightDrag")->isEnabled());
}

TEST_F(PreferencesTest, TheWindowLooksAsItWasChosen) {
    PreferencesDialog& page = dialog("Appearance");
    auto& heat = *page.findChild<QComboBox*>("heatColours");
    EXPECT_EQ(heat.currentText(), "violet, red, yellow");
    heat.setCurrentIndex(2);
    Q_EMIT heat.activated(2);
    EXPECT_EQ(state().preferences.heatStyle.colours, HeatColours::Cividis);
    auto& theme = *page.findChild<QComboBox*>("theme");
    theme.setCurrentIndex(1);
    Q_EMIT theme.activated(1);
    EXPECT_EQ(state().preferences.theme, Theme::Light);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), coloursOf(Theme::Light).chrome) << "at once";
    theme.setCurrentIndex(0);
    Q_EMIT theme.activated(0);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), coloursOf(Theme::Dark).chrome);
    auto& language = *page.findChild<QComboBox*>("language");
    language.setCurrentIndex(2);
    Q_EMIT language.activated(2);
    EXPECT_EQ(state().preferences.language, Language::Spanish);
    auto& size = *page.findChild<QComboBox*>("textSize");
    size.setCurrentIndex(1);
    Q_EMIT size.activated(1);
    EXPECT_EQ(state().preferences.textPercent, 125);
    application->store().dispatch(action::FixSettings{{Setting::HeatColours}});
    EXPECT_FALSE(heat.isEnabled());
    EXPECT_TRUE(size.isEnabled());
}

TEST_F(PreferencesTest, CtrlTabGoesRoundAllPagesWhateverHasTheFocus) {
    PreferencesDialog& page = dialog("Reading");
    auto& pages = *page.findChild<QTabWidget*>();
    pages.currentWidget()->setFocus();
    const auto turn = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QWidget* focused = pages.currentWidget()->findChild<QComboBox*>();
        if (focused) focused->setFocus();
        QTest::keyClick(focused ? focused : QApplication::focusWidget(), key, modifiers);
        return pages.currentIndex();
    };
    ASSERT_EQ(pages.count(), 6);
    for (int n = 1; n <= pages.count(); ++n)
        EXPECT_EQ(turn(Qt::Key_Tab, Qt::ControlModifier), n % pages.count());
    for (int n = pages.count() - 1; n >= 0; --n)
        EXPECT_EQ(turn(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier), n);
}

TEST_F(PreferencesTest, ANewKeysFieldDoesNotTakeTheKeyThatTurnsThePages) {
    PreferencesDialog& page = dialog("Keys and mouse");
    choose(page, "Invert");
    auto& field = *page.findChild<KeyField*>("newKey");
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_TRUE(field.key().isEmpty());
    EXPECT_EQ(page.findChild<QTabWidget*>()->tabText(page.findChild<QTabWidget*>()->currentIndex()),
              "Opening");
}

TEST_F(PreferencesTest, ANewSeriesStandsAsWasChosenByKey) {
    application->store().dispatch(action::SetHangings{{{7, hangingOfFilm()}}});
    PreferencesDialog& page = dialog("Opening");
    auto& layout = *page.findChild<QComboBox*>("firstLayout");
    EXPECT_EQ(layout.currentText(), "As the one before it stood");
    EXPECT_EQ(layout.itemText(layout.count() - 1), "Own arrangement 7");
    EXPECT_EQ(layout.count(), 7) << "of the reader's own those that are kept";
    layout.setFocus();
    QTest::keyClick(&layout, Qt::Key_Down);
    QTest::keyClick(&layout, Qt::Key_Down);
    EXPECT_EQ(state().preferences.firstLayout, FirstLayout(ViewSet::BrainAndBone));
    page.close();
    application->store().dispatch(action::OpenPaths{{folder.path() / "series"}});
    ASSERT_TRUE(waitFor([this] {
        const Reading* shown = select::shownIn(state(), kLead);
        return shown && isWhole(*shown);
    }));
    EXPECT_EQ(state().screen.viewSet, ViewSet::BrainAndBone);
}

TEST_F(PreferencesTest, RecentStudiesAreAsManyAsIsChosenAndClearedAfterAQuestion) {
    Recents many;
    for (int n = 0; n < 30; ++n)
        many.push_back({{"/cd/" + std::to_string(n)}, "Doe^Jane", 1, {}, {}});
    application->store().dispatch(action::RecentsRead{many});
    PreferencesDialog& page = dialog("Opening");
    auto& recents = *page.findChild<QComboBox*>("mostRecents");
    recents.setFocus();
    QTest::keyClick(&recents, Qt::Key_Down);
    EXPECT_EQ(state().preferences.mostRecents, 25);
    EXPECT_EQ(state().shelf.recents->size(), 25u);
    const auto clearAndAnswer = [&](QMessageBox::StandardButton answer) {
        QTimer::singleShot(0, [answer] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
                QTest::mouseClick(box->button(answer), Qt::LeftButton);
        });
        click(page, "clearRecentsNow");
    };
    clearAndAnswer(QMessageBox::No);
    EXPECT_FALSE(state().shelf.recents->empty());
    clearAndAnswer(QMessageBox::Yes);
    EXPECT_TRUE(state().shelf.recents->empty());
    EXPECT_FALSE(page.findChild<QAbstractButton*>("clearRecentsNow")->isEnabled());
    QTest::keyClick(&recents, Qt::Key_End);
    EXPECT_EQ(state().preferences.mostRecents, 0);
    application->store().dispatch(
        action::FixSettings{{Setting::MostRecents, Setting::FirstLayout, Setting::StartFolder}});
    EXPECT_FALSE(recents.isEnabled());
    EXPECT_FALSE(page.findChild<QComboBox*>("firstLayout")->isEnabled());
    EXPECT_FALSE(page.findChild<QAbstractButton*>("chooseStartFolder")->isEnabled());
    EXPECT_TRUE(recents.parentWidget()->findChild<QLabel*>("fixedNote")->isVisible());
}

TEST_F(PreferencesTest, OpeningBeginsInTheFolderThatWasChosenAndElsewhereWhereItIsGone) {
    PreferencesDialog& page = dialog("Opening");
    const std::filesystem::path wanted = folder.path() / "incoming";
    std::filesystem::create_directories(wanted);
    const QString name = QString::fromStdString(wanted.string());
    {
        AnswerFileDialog choose(name);
        click(page, "chooseStartFolder");
    }
    EXPECT_EQ(state().preferences.startFolder, wanted);
    EXPECT_EQ(page.findChild<QLineEdit*>("startFolder")->text(), name);
    page.close();
    activate(*window);
    const auto beginsIn = [this] {
        AnswerFileDialog none({});
        command("Open folder").trigger();
        return none.beganIn();
    };
    EXPECT_EQ(beginsIn(), name);
    std::filesystem::remove_all(wanted);
    EXPECT_NE(beginsIn(), name);
    click(dialog("Opening"), "besideTheLast");
    EXPECT_TRUE(state().preferences.startFolder.empty());
}

TEST_F(PreferencesTest, WhereThingsAreKeptIsSaidAndShown) {
    const std::filesystem::path kept = folder.path() / "marks";
    FoldersPage page({{KeptFolder::What::Marks, kept}, {KeptFolder::What::Log, folder.path() / "log"}},
                     nullptr);
    AppState saved;
    saved.shelf.savedIn = folder.path();
    page.setState(saved);
    page.show();
    EXPECT_EQ(page.findChild<QLineEdit*>("folder-marks")->text(), QString::fromStdString(kept.string()));
    EXPECT_EQ(page.findChild<QLineEdit*>("folder-saved")->text(),
              QString::fromStdString(folder.path().string()));
    const auto show = [&](const char* name) {
        auto* button = page.findChild<QAbstractButton*>(name);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    };
    QTextBrowser desktop; // stands for the desktop's own window of files
    QUrl shown;
    QObject::connect(&desktop, &QTextBrowser::anchorClicked, [&](const QUrl& url) { shown = url; });
    QDesktopServices::setUrlHandler("file", &desktop, "anchorClicked");
    show("show-marks");
    EXPECT_TRUE(shown.isEmpty());
    EXPECT_EQ(page.findChild<QLabel*>("folderSays")->text(), "Nothing is kept there yet.");
    std::filesystem::create_directories(kept);
    show("show-marks");
    EXPECT_EQ(shown, QUrl::fromLocalFile(QString::fromStdString(kept.string())));
    EXPECT_TRUE(page.findChild<QLabel*>("folderSays")->text().isEmpty());
    QDesktopServices::unsetUrlHandler("file");
}

TEST_F(PreferencesTest, WhatIsFixedSaysSoOnItsOwnPageAlone) {
    application->store().dispatch(action::FixSettings{{Setting::Theme, Setting::Mouse}});
    application->store().dispatch(action::FixWay{WayOfReading::Blind});
    PreferencesDialog& page = dialog("Appearance");
    const auto isSaid = [&](const char* inside) {
        const QWidget* part = page.findChild<QWidget*>(inside);
        const auto* note = part->parentWidget()->findChild<QLabel*>("fixedNote", Qt::FindDirectChildrenOnly);
        return note && !note->isHidden();
    };
    EXPECT_TRUE(isSaid("theme"));
    EXPECT_TRUE(isSaid("memory")) << "the way of reading is fixed there";
    EXPECT_TRUE(isSaid("rightDrag"));
    EXPECT_FALSE(isSaid("firstLayout"));
    for (const auto* way : page.findChildren<QRadioButton*>())
        EXPECT_FALSE(way->isEnabled());
}

TEST_F(PreferencesTest, AWindowThatIsChangedIsWhatItsNumberShows) {
    openAndRead();
    PreferencesDialog& page = dialog("Window presets");
    for (auto* box : page.findChildren<QDoubleSpinBox*>())
        if (box->accessibleName() == "Width of window 1") box->setValue(120);
    EXPECT_EQ(state().preferences.presets.front().window, (WindowLevel{40, 120}));
    page.close();
    activate(*window);
    press(Qt::Key_1);
    EXPECT_EQ(lead(state()).look->window, (WindowLevel{40, 120}));
}

} // namespace
} // namespace hemo::ui
