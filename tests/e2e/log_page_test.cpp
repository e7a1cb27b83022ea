// The page of the reading log: what it says of a log, and what its buttons ask for.

#include "app_fixture.h"

#include "app/log_page/log_page.h"
#include "app/log_page/log_table.h"
#include "app/log_page/roc_plot.h"
#include "app/log_page/study_dialog.h"
#include "tests/gui/answer_file_dialog.h"
#include "tests/gui/spoken.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

namespace hemo::ui {
namespace {

using namespace testing;
using Says = ReaderVerdict::Answer;

LogEntry readAs(Says first, Says last, bool truth) {
    LogEntry entry;
    entry.first.answer = first;
    entry.first.confidence = 4;
    entry.first.way = WayOfReading::SecondReader;
    entry.revised = entry.first;
    entry.revised->answer = last;
    entry.second = truth ? Answer::Suspected : Answer::NoneSeen;
    entry.truth = truth;
    entry.secondsToCommit = 95;
    entry.secondsToClose = 185;
    return entry;
}

std::vector<LogEntry> fourReadings() {
    return {readAs(Says::Bleed, Says::Bleed, true), readAs(Says::None, Says::Bleed, true),
            readAs(Says::None, Says::None, false), readAs(Says::None, Says::Bleed, false)};
}

QString cell(const std::vector<LogRow>& rows, const char* name, int column) {
    for (const LogRow& row : rows)
        if (row.name == name) return row.cells[column];
    return "no such row";
}

TEST(LogTable, FiguresStandWithTheirIntervalsUnderEachCondition) {
    const auto rows = logRows(summaryOf(fourReadings()));
    EXPECT_EQ(cell(rows, "Readings", 0), "4");
    EXPECT_EQ(cell(rows, "Agreement", 0), "3 of 4: 75 % (30 to 95)");
    EXPECT_EQ(cell(rows, "Sensitivity", 0), "1 of 2: 50 % (9 to 91)");
    EXPECT_EQ(cell(rows, "Sensitivity", 1), "2 of 2: 100 % (34 to 100)");
    EXPECT_EQ(cell(rows, "Time to the verdict", 0), "95 s");
    EXPECT_EQ(cell(rows, "Time to the verdict", 1), "-");
    EXPECT_EQ(cell(rows, "Time to closing", 1), "3 min 5 s");
    EXPECT_EQ(changesText(summaryOf(fourReadings()).changes),
              "Changes of mind: 1 to what is right, 1 to what is wrong, 0 of unknown truth.");
}

class LogPageTest : public ::testing::Test {
protected:
    void show(std::vector<LogEntry> entries) {
        log = std::move(entries);
        page = new LogPage(
            {[this] {
                 QPromise<std::vector<LogEntry>> promise;
                 promise.start();
                 promise.addResult(log);
                 promise.finish();
                 return promise.future();
             },
             {},
             {},
             [this] { log.clear(); },
             {},
             {}},
            [this](const Action& action) { asked.push_back(action); }, &window);
        page->setState({}, {});
        ASSERT_TRUE(waitFor([&] { return !text("logHeadline").isEmpty(); }));
    }
    QString text(const char* name) { return page->findChild<QLabel*>(name)->text(); }

    QWidget window;
    LogPage* page = nullptr;
    std::vector<LogEntry> log;
    std::vector<Action> asked;
};

TEST_F(LogPageTest, AnEmptyLogSaysHowToBeginAndOffersNothingToSave) {
    show({});
    EXPECT_EQ(text("logHeadline"), "Nothing is logged yet: give a verdict of your own with Q.");
    EXPECT_TRUE(page->findChild<QTableWidget*>()->isHidden());
    EXPECT_TRUE(page->findChild<RocPlot*>()->isHidden());
    EXPECT_FALSE(page->findChild<QPushButton*>("logSave")->isEnabled());
}

TEST_F(LogPageTest, ALogHasItsTableAndACurveForEachCondition) {
    show(fourReadings());
    EXPECT_EQ(text("logHeadline"), "Readings in the log: 4. Of these the truth is known of 4.");
    auto* table = page->findChild<QTableWidget*>();
    ASSERT_EQ(table->columnCount(), 2);
    EXPECT_EQ(table->horizontalHeaderItem(0)->text(), "Before the answer");
    EXPECT_EQ(page->findChild<RocPlot*>()->curves(), 2u);
    page->show();
    QImage picture = page->findChild<RocPlot*>()->grab().toImage();
    EXPECT_GT(picture.width(), 200);
}

TEST_F(LogPageTest, TheSwitchAsksForItAndCannotWhereTheSiteHasFixedIt) {
    show({});
    auto* isKept = page->findChild<QCheckBox*>();
    EXPECT_TRUE(isKept->isChecked());
    isKept->click();
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_FALSE(std::get<action::KeepLog>(asked[0]).isKept);
    AppState fixed;
    fixed.preferences.isLogKept = false;
    fixed.preferences.isLogFixed = true;
    page->setState({}, fixed);
    EXPECT_FALSE(isKept->isChecked());
    EXPECT_FALSE(isKept->isEnabled());
}

TEST_F(LogPageTest, EmptyingAsksFirstAndThenShowsThatNothingIsLeft) {
    show(fourReadings());
    const auto clickAndAnswer = [&](QMessageBox::StandardButton answer) {
        QTimer::singleShot(0, [answer] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (box) box->button(answer)->click();
        });
        page->findChild<QPushButton*>("logClear")->click();
    };
    clickAndAnswer(QMessageBox::No);
    EXPECT_EQ(log.size(), 4u);
    clickAndAnswer(QMessageBox::Yes);
    EXPECT_TRUE(log.empty());
    EXPECT_TRUE(waitFor([&] { return text("logHeadline").startsWith("Nothing is logged"); }));
}

TEST_F(LogPageTest, WhatBecameOfAWishIsSaidOnThePage) {
    show({});
    AppState said;
    said.notice = Notice{say("notice.log_cleared"), false};
    page->setState({}, said);
    EXPECT_EQ(text("logNotice"), "The reading log is empty now.");
}

TEST_F(LogPageTest, FitsAScreenOf1920AtTwoHundredPercentInEitherLanguage) {
    for (const Language language : {Language::English, Language::Spanish}) {
        const Spoken spoken(language);
        window.resize(960, 560);
        show(fourReadings());
        EXPECT_LE(page->minimumSizeHint().width(), 960);
        EXPECT_LE(page->width(), 960);
        EXPECT_LE(page->minimumSizeHint().height(), 560);
        delete page;
    }
}

QFuture<Notice> told(const Notice& notice) {
    QPromise<Notice> promise;
    promise.start();
    promise.addResult(notice);
    promise.finish();
    return promise.future();
}

TEST(StudyDialogTest, AWordThatIsEasilyGuessedOrNoSignBeginsNoStudy) {
    QString begun;
    StudyDialog dialog({[&](const QString& word, const QString& sign) {
                            begun = word + '/' + sign;
                            return told({say("notice.study_begun"), false});
                        },
                        {},
                        {}},
                       nullptr);
    auto& begin = *dialog.findChild<QPushButton*>("beginStudy");
    const auto type = [&](const char* field, const char* text) {
        auto* edit = dialog.findChild<QLineEdit*>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    };
    dialog.show();
    EXPECT_FALSE(begin.isEnabled());
    type("studyWord", "twelve grey heads");
    EXPECT_FALSE(begin.isEnabled()) << "nobody would know who read";
    type("studySign", "A");
    ASSERT_TRUE(begin.isEnabled());
    type("studyWord", "short      ");
    EXPECT_FALSE(begin.isEnabled());
    QTest::keyClick(dialog.findChild<QLineEdit*>("studyWord"), Qt::Key_Return);
    EXPECT_TRUE(dialog.isVisible()) << "Enter closes on what was typed";
    type("studyWord", "  twelve grey heads ");
    QTest::keyClick(dialog.findChild<QLineEdit*>("studyWord"), Qt::Key_Return);
    EXPECT_EQ(begun, "twelve grey heads/A");
    EXPECT_TRUE(waitFor([&] { return !dialog.isVisible(); }));
}

TEST(StudyDialogTest, AWishThatFailsSaysWhyAndKeepsWhatWasTyped) {
    Notice answer{say("notice.study_needs_empty"), true};
    StudyDialog dialog({[&](const QString&, const QString&) { return told(answer); },
                        [&](const QStringList&, const QString&) { return told(answer); },
                        [](QWidget*, const QString&) { return QStringLiteral("/joined.csv"); }},
                       nullptr);
    dialog.show();
    auto& word = *dialog.findChild<QLineEdit*>("studyWord");
    auto& why = *dialog.findChild<QLabel*>("studyWhy");
    QTest::keyClicks(&word, "twelve grey heads");
    QTest::keyClicks(dialog.findChild<QLineEdit*>("studySign"), "A");
    QTest::keyClick(&word, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return why.isVisible(); }));
    EXPECT_EQ(why.text(), "This log has readings of another kind: save it, empty it, then begin the study.");
    EXPECT_EQ(word.text(), "twelve grey heads");
    EXPECT_TRUE(dialog.isVisible());

    const hemo::testing::TempFolder temp;
    const QString log = QString::fromStdString((temp.path() / "b.json").string());
    std::ofstream(log.toStdString()) << "{}";
    answer.text = say("shared_log.other_study");
    const auto join = [&] {
        AnswerFileDialog choose(log);
        QTest::mouseClick(dialog.findChild<QPushButton*>("joinLogs"), Qt::LeftButton);
    };
    join();
    ASSERT_TRUE(waitFor([&] { return why.text().startsWith("These logs belong to different studies"); }));
    EXPECT_TRUE(dialog.isVisible());
    answer = {say("notice.log_saved", 3), false};
    join();
    EXPECT_TRUE(waitFor([&] { return !dialog.isVisible(); }));
}

} // namespace
} // namespace hemo::ui
