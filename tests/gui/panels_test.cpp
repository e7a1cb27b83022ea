#include "gui_fixture.h"

#include "app/panels/finding_bars.h"
#include "app/panels/status_strip.h"
#include "app/panels/verdict_card.h"
#include "app/panels/verdict_words.h"
#include "core/image/resample.h"
#include "viewer/widgets/palette.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

class VerdictCardTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        store.show(card);
        card.resize(card.width(), 640);
        card.show();
    }
    QString text(const char* name) { return card.findChild<QLabel*>(name)->text(); }
    QColor headlineColour() {
        return card.findChild<QLabel*>("headline")->palette().color(QPalette::WindowText);
    }
    TestStore store;
    VerdictCard card{store.dispatch(), nullptr};
};

TEST_F(VerdictCardTest, SuspectedSaysWhatHowSureWhereAndByWhom) {
    open(answeredState());
    store.send(action::GoToSlice{5});
    EXPECT_EQ(text("headline"), "Hemorrhage suspected");
    EXPECT_EQ(text("reason").replace(QChar(0xA0), ' '),
              "2 of 9 slices over 60 %; suspected from 2 slices on.");
    EXPECT_EQ(text("score"), "Score 0.80");
    EXPECT_EQ(text("sliceTitle"), "SLICE 6");
    EXPECT_TRUE(card.findChild<FindingBars*>()->accessibleDescription().startsWith("Any 95"));
    EXPECT_TRUE(allText(card).contains("Model model-1 (01234567)\nCPU, 2 threads\n1.2 s") ||
                allText(card).contains("Model model-1 (01234567)\nCPU, 2 threads\n1.3 s"));
    EXPECT_TRUE(allText(card).contains("Not a diagnosis"));
    EXPECT_EQ(headlineColour(), palette::suspicion(.8, .6));
}

TEST_F(VerdictCardTest, NoneSeenIsNeutralAndCallsNobodyHealthy) {
    AppState s = openState();
    s = reduce(
        s, action::Classified{s.reader.job.number, answerTo(*s.open->volume, std::vector<double>(9, .01))});
    open(s);
    EXPECT_EQ(text("headline"), "None seen");
    EXPECT_EQ(headlineColour(), palette::kText);
    for (const char* word : {"healthy", "normal", "negative", "no bleed"})
        EXPECT_FALSE(allText(card).contains(word, Qt::CaseInsensitive)) << word;
    EXPECT_TRUE(allText(card).contains("Not a diagnosis"));
}

TEST_F(VerdictCardTest, TooFewSlicesCannotBeAssessed) {
    std::vector<PatientPoint> positions{{0, 0, 0}, {0, 0, 5}, {0, 0, 10}};
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const auto volume = std::make_shared<const Volume>(grid, std::vector<std::int16_t>(48), "1.2.3");
    AppState s = openState(volume);
    s = reduce(s, action::Classified{s.reader.job.number, answerTo(*volume, {.9, .9, .9})});
    open(s);
    EXPECT_EQ(text("headline"), "Cannot assess");
    EXPECT_TRUE(text("reason").contains("3 slices"));
    EXPECT_EQ(headlineColour(), palette::kText);
}

TEST_F(VerdictCardTest, RunningGivesNoVerdictYet) {
    open(openState());
    for (int k = 0; k < 9; ++k) {
        store.send(action::SliceClassified{store.state.reader.job.number, {k, {.95}}});
        EXPECT_EQ(text("headline"), "Reading");
    }
    EXPECT_TRUE(text("reason").contains("9 of 9 slices read."));
    EXPECT_TRUE(card.findChild<QProgressBar*>()->isVisible());
}

TEST_F(VerdictCardTest, FailureHasItsSentenceAndRetryReadsAgain) {
    open(openState());
    auto* retry = card.findChild<QPushButton*>("retry");
    EXPECT_EQ(retry->text(), "Stop");
    store.send(action::ClassificationFailed{store.state.reader.job.number,
                                            {ErrorCode::Worker, "The second reader stopped.", {}}});
    EXPECT_EQ(text("reason"), "The second reader stopped.");
    ASSERT_TRUE(retry->isVisible());
    EXPECT_EQ(retry->text(), "Retry");
    QTest::mouseClick(retry, Qt::LeftButton);
    EXPECT_EQ(store.timesAsked<action::Classify>(), 1);
    EXPECT_EQ(store.state.reader.status, SecondReader::Status::Running);
    EXPECT_EQ(retry->text(), "Stop");
}

TEST_F(VerdictCardTest, StopGivesUpTheReadingAndOffersItAgain) {
    open(openState());
    auto* button = card.findChild<QPushButton*>("retry");
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(store.timesAsked<action::StopReading>(), 1);
    EXPECT_EQ(store.state.reader.status, SecondReader::Status::Idle);
    EXPECT_EQ(button->text(), "Read this series");
}

TEST_F(VerdictCardTest, AnswerToAnotherSeriesIsNeverShown) {
    open(answeredState());
    store.state.reader.prediction = answerTo(*markedVolume(Acquired::FeetToHead, "foreign"), kSuspected);
    store.tell();
    EXPECT_FALSE(allText(card).contains("suspected"));
    EXPECT_FALSE(allText(card).contains("model-1"));
}

TEST_F(VerdictCardTest, AnswerLeavesWhenThePreviewOfAnotherSeriesComes) {
    open(answeredState());
    store.send(action::ChooseSeries{"other"});
    EXPECT_EQ(text("headline"), "Hemorrhage suspected") << "still the series it belongs to";
    store.send(action::SeriesPreview{store.state.load.number, markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_EQ(text("headline"), "Waiting");
    EXPECT_EQ(card.findChild<FindingBars*>()->accessibleDescription(), "Not read yet");
}

TEST_F(VerdictCardTest, HeatButtonAndOpacityFollowTheState) {
    open(answeredState());
    auto* heat = card.findChild<QToolButton*>("heat");
    auto* opacity = card.findChild<QSlider*>();
    EXPECT_FALSE(heat->isChecked());
    EXPECT_FALSE(opacity->isEnabled());
    QTest::mouseClick(heat, Qt::LeftButton);
    EXPECT_TRUE(store.state.isHeatShown);
    EXPECT_TRUE(heat->isChecked());
    QTest::keyClick(opacity, Qt::Key_End);
    EXPECT_EQ(store.state.heatStyle.opacity, 1);
    QTest::mouseClick(heat, Qt::LeftButton);
    EXPECT_FALSE(store.state.isHeatShown);
}

TEST_F(VerdictCardTest, ArrowsGoThroughTheSuspiciousSlices) {
    open(answeredState());
    auto* next = card.findChild<QToolButton*>("next");
    auto* previous = card.findChild<QToolButton*>("previous");
    QTest::mouseClick(next, Qt::LeftButton);
    const int first = *select::currentSlice(store.state);
    EXPECT_GT(store.state.reader.prediction->slices[first].any(), .6);
    QTest::mouseClick(previous, Qt::LeftButton);
    EXPECT_NE(*select::currentSlice(store.state), first);
}

TEST_F(VerdictCardTest, EveryControlHasAnAccessibleName) {
    open(answeredState());
    expectAccessibleNames(card);
}

class StatusStripTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        store.show(strip);
        strip.resize(1000, 32);
        strip.show();
    }
    TestStore store;
    StatusStrip strip{store.dispatch(), nullptr};
};

TEST_F(StatusStripTest, TellsHuAndPlaceUnderTheCursor) {
    open(openState());
    strip.setHover(kMarkCentre);
    EXPECT_TRUE(allText(strip).contains("HU 80 at L 55.0 A 50.0 S 18.0 mm"));
    EXPECT_TRUE(allText(strip).contains("Slice 5/9"));
    EXPECT_TRUE(allText(strip).contains("W 80 L 40"));
    strip.setHover(PatientPoint{-30, 12, 0});
    EXPECT_TRUE(allText(strip).contains("HU 0 at R 30.0 P 12.0 S 0.0 mm"));
    strip.setHover(std::nullopt);
    EXPECT_FALSE(allText(strip).contains("HU"));
}

TEST_F(StatusStripTest, GapHasNoHounsfieldUnits) {
    std::vector<PatientPoint> positions;
    for (const double z : {0., 5., 10., 15., 45., 50., 55., 60.})
        positions.push_back({0, 0, z});
    const Grid grid(4, 4, {1, 0, 0}, {0, 1, 0}, 1, 1, positions);
    const auto native = std::make_shared<const Volume>(grid, std::vector<std::int16_t>(128, 33), "1");
    const VolumePtr regular = *resampleRegular(native, {});
    EXPECT_EQ(shownHu(native, regular, {1, 1, 15}), 33);
    EXPECT_EQ(shownHu(native, regular, {1, 1, 7}), 33);
    EXPECT_FALSE(shownHu(native, regular, {1, 1, 30}));
    EXPECT_FALSE(shownHu(native, nullptr, {1, 1, 7})) << "no reformat is shown yet";
}

TEST_F(StatusStripTest, CancelIsThereWhileSomethingLoads) {
    open(openState());
    auto* cancel = strip.findChild<QToolButton*>("cancel");
    EXPECT_FALSE(cancel->isVisible());
    store.send(action::ChooseSeries{"other"});
    ASSERT_TRUE(cancel->isVisible());
    EXPECT_TRUE(allText(strip).contains("Reading slices"));
    QTest::mouseClick(cancel, Qt::LeftButton);
    EXPECT_FALSE(store.state.load.isRunning);
    EXPECT_FALSE(cancel->isVisible());
}

TEST_F(StatusStripTest, MessageStaysUntilItIsDismissed) {
    open(openState());
    store.send(action::Notify{{"This folder has no DICOM images.", true}});
    EXPECT_EQ(strip.findChild<QLabel*>("message")->text(), "! This folder has no DICOM images.");
    QTest::mouseClick(strip.findChild<QToolButton*>("dismiss"), Qt::LeftButton);
    EXPECT_FALSE(store.state.notice);
}

TEST_F(StatusStripTest, EveryControlHasAnAccessibleName) {
    open(openState());
    expectAccessibleNames(strip);
}

} // namespace
} // namespace hemo::ui
