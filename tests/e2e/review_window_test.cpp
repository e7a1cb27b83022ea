// Decisions on the second reader's findings, with real keys and clicks, in the whole window.

#include "app_fixture.h"

#include "app/panels/finding_row.h"
#include "app/panels/review_bar.h"
#include "tests/gui/verdict_card_fixture.h"
#include "viewer/widgets/slice_annotations.h"
#include "viewer/widgets/slice_view.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

/// A block of 4 x 4 voxels of slice k.
BleedOutline blockIn(int k) {
    BleedOutline outline{{}, 18.3};
    for (std::uint32_t j = 10; j < 14; ++j)
        for (std::uint32_t i = 30; i < 34; ++i)
            outline.voxels.push_back(std::uint32_t(k) * 48 * 40 + j * 48 + i);
    return outline;
}

class ReviewWindowTest : public ::testing::Test {
protected:
    ReviewWindowTest() {
        window.resize(1280, 900);
        window.show();
        activate(window);
        FolderContents contents;
        contents.series = {markedSeries()};
        contents.bestSeriesId = "1.2.3";
        store.dispatch(action::OpenPaths{{"folder"}});
        store.dispatch(action::FolderScanned{state().shelf.scan.number,
                                             std::make_shared<const FolderContents>(contents)});
        const ReadingId id = lead(state()).id;
        store.dispatch(
            action::SeriesLoaded{id, lead(state()).load.number, markedSeries(), markedVolume(), {}, {}});
        store.dispatch(action::ClassifierReady{id, reader(state()).job.number, "model-1", "CPU", {2, 0.6}});
        std::vector<double> any(9, .02);
        any[2] = any[5] = any[6] = .95;
        store.dispatch(
            action::Classified{id, reader(state()).job.number, answerTo(*lead(state()).volume, any)});
        Findings findings{markedFinding().front(), markedFinding().front()};
        findings[0].outline = blockIn(5);
        findings[1].firstSlice = findings[1].lastSlice = findings[1].mostTellingSlice = 2;
        findings[1].place = PatientPoint{31, 5, -12};
        findings[1].outline = blockIn(2);
        store.dispatch(action::FindingsFound{id, reader(state()).findingsJob.number,
                                             std::make_shared<const Findings>(findings)});
        store.dispatch(action::GoToFinding{id, 0});
    }
    const AppState& state() const { return store.state(); }
    const Review& review() { return reviewOf(lead(state())); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&window, key, modifiers);
    }
    FindingRow* row(int n) { return window.findChildren<FindingRow*>("finding")[n]; }
    SliceView* view() { return window.findChild<ViewLayout*>()->sliceView(kLead); }

    Store store;
    TurnedClock clock;
    MainWindow window{store, {}, clock};
};

TEST_F(ReviewWindowTest, KeysDecideOnTheFindingThatIsSeenAndTheSameKeyTakesItBack) {
    for (const auto& [key, decision] :
         {std::pair(Qt::Key_Comma, Decision::Accepted), std::pair(Qt::Key_Period, Decision::Rejected),
          std::pair(Qt::Key_U, Decision::Unsure)}) {
        press(key);
        ASSERT_EQ(review().findings.size(), 1u);
        EXPECT_EQ(review().findings[0].decision, decision);
        EXPECT_EQ(review().findings[0].slice, 5);
    }
    press(Qt::Key_U);
    EXPECT_TRUE(review().findings.empty());
    store.dispatch(action::GoToSlice{lead(state()).id, 0});
    press(Qt::Key_Comma);
    EXPECT_TRUE(review().findings.empty()) << "there is no finding here";
}

TEST_F(ReviewWindowTest, ARejectedFindingSaysSoGoesDimAndIsGonePast) {
    press(Qt::Key_G);
    const AnnotationFrame frame{scenePlane(sliceScene(state(), kLead), 400, 400), 1, QRectF(0, 0, 400, 400)};
    EXPECT_FALSE(outlineLines(sliceScene(state(), kLead), frame).empty());
    press(Qt::Key_Period);
    EXPECT_TRUE(row(0)->text().contains("Rejected")) << row(0)->text().toStdString();
    EXPECT_FALSE(row(1)->text().contains("Rejected"));
    EXPECT_TRUE(outlineLines(sliceScene(state(), kLead), frame).empty());
    EXPECT_FALSE(outlineLines(sliceScene(state(), kLead), frame, Believed::No).empty());
    for (int n = 0; n < 3; ++n) {
        press(Qt::Key_N);
        EXPECT_EQ(currentSlice(lead(state())), 2);
    }
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(review().findings.empty()) << "it can be undone";
    press(Qt::Key_N);
    EXPECT_EQ(currentSlice(lead(state())), 5);
}

TEST_F(ReviewWindowTest, AReasonAndWordsStandAtTheFinding) {
    auto* bar = window.findChild<ReviewBar*>();
    ASSERT_TRUE(bar->isVisible());
    auto* reason = window.findChild<QToolButton*>("rejectReason");
    EXPECT_FALSE(reason->isVisible());
    press(Qt::Key_Period);
    ASSERT_TRUE(reason->isVisible());
    ASSERT_EQ(reason->menu()->actions().size(), 6);
    reason->menu()->actions()[3]->trigger();
    EXPECT_EQ(review().findings[0].reason, RejectReason::VeinOrSinus);
    auto* words = window.findChild<QLineEdit*>("findingComment");
    QTest::mouseClick(words, Qt::LeftButton);
    QTest::keyClicks(words, "a, u. n");
    EXPECT_EQ(currentSlice(lead(state())), 5) << "typing is no shortcut";
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_EQ(review().findings[0].comment, "a, u. n");
    EXPECT_EQ(row(0)->text().split('\n').last(), QStringLiteral("Rejected: vein or sinus · a, u. n"));
    press(Qt::Key_N);
    EXPECT_TRUE(words->text().isEmpty()) << "they belong to the other finding";
}

TEST_F(ReviewWindowTest, ReasonAndWordsAreOneKeyAway) {
    press(Qt::Key_Period, Qt::ControlModifier);
    QMenu* reasons = window.findChild<QToolButton*>("rejectReason")->menu();
    ASSERT_TRUE(reasons->isVisible());
    reasons->actions()[0]->trigger();
    reasons->close();
    ASSERT_EQ(review().findings.size(), 1u);
    EXPECT_EQ(review().findings[0].decision, Decision::Rejected) << "a reason is that of a rejection";
    EXPECT_EQ(review().findings[0].reason, kRejectReasons[0]);
    press(Qt::Key_U, Qt::ControlModifier);
    EXPECT_EQ(QApplication::focusWidget(), window.findChild<QLineEdit*>("findingComment"));
}

TEST_F(ReviewWindowTest, WordsBeforeADecisionSayThatItComesFirst) {
    press(Qt::Key_U, Qt::ControlModifier);
    ASSERT_TRUE(state().notice);
    EXPECT_EQ(state().notice->text, say("notice.decide_first"));
}

TEST_F(ReviewWindowTest, AnOwnFindingIsOneClickIsListedAndGoes) {
    press(Qt::Key_F, Qt::ShiftModifier);
    ASSERT_EQ(state().screen.tool, Tool::OwnFinding);
    const QPoint at = view()->rect().center() + QPoint(15, -10);
    QTest::mouseClick(view(), Qt::LeftButton, {}, at);
    ASSERT_EQ(review().own.size(), 1u);
    EXPECT_LT(length(review().own[0].place - *view()->patientAt(at)), 0.01);
    EXPECT_EQ(state().screen.tool, Tool::Window);
    EXPECT_EQ(sliceScene(state(), kLead).ownFindings.size(), 1u);
    store.dispatch(action::GoToSlice{lead(state()).id, 0});
    auto* own = window.findChild<QWidget*>("ownFinding");
    ASSERT_TRUE(own && waitFor([&] { return own->isVisible(); }));
    QTest::mouseClick(own->findChild<QPushButton*>(), Qt::LeftButton);
    EXPECT_EQ(currentSlice(lead(state())), 5);
    QTest::mouseClick(own->findChild<QToolButton*>(), Qt::LeftButton);
    EXPECT_TRUE(review().own.empty());
}

TEST_F(ReviewWindowTest, DecisionsGoOutOfSightWhenTheAnswersAreLocked) {
    press(Qt::Key_Period);
    store.dispatch(action::AddOwnFinding{lead(state()).id, lead(state()).look->place});
    store.dispatch(action::ChooseWay{WayOfReading::SecondReader});
    EXPECT_FALSE(window.findChild<ReviewBar*>()->isVisible());
    EXPECT_TRUE(window.findChildren<FindingRow*>("finding").isEmpty());
    EXPECT_TRUE(sliceScene(state(), kLead).ownFindings.empty());
}

} // namespace
} // namespace hemo::ui
