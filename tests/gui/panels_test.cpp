#include "gui_fixture.h"

#include "app/panels/finding_bars.h"
#include "app/panels/series_item.h"
#include "app/panels/series_panel.h"
#include "app/panels/status_strip.h"
#include "app/panels/verdict_card.h"
#include "app/panels/verdict_words.h"
#include "core/image/resample.h"
#include "viewer/widgets/palette.h"

#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

/// All text that a widget and its children show.
QString allText(QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget)) texts << label->text();
    return texts.join('\n');
}

void expectAccessibleNames(QWidget& widget) {
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        if (child->focusPolicy() == Qt::NoFocus || child->objectName().startsWith("qt_")) continue;
        const bool isNamed =
            !child->accessibleName().isEmpty() || !child->property("text").toString().isEmpty();
        EXPECT_TRUE(isNamed) << child->metaObject()->className() << " " << child->objectName().toStdString();
    }
}

class SeriesPanelTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        panel.resize(panel.width(), 600);
        store.show(panel);
        panel.show();
        list = panel.findChild<QListWidget*>();
    }
    QListWidgetItem* item(const QString& text) { return list->findItems(text, Qt::MatchExactly).value(0); }
    void click(const QString& text) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(item(text)).center());
    }
    TestStore store;
    SeriesPanel panel{store.dispatch(), nullptr};
    QListWidget* list = nullptr;
};

TEST_F(SeriesPanelTest, ClickOpensASeriesAndTheOpenOneIsMarked) {
    open(openState());
    EXPECT_TRUE(item("Head 6 mm")->data(IsOpenRole).toBool());
    EXPECT_FALSE(item("Head thin")->data(IsOpenRole).toBool());
    click("Head thin");
    EXPECT_EQ(store.state.wantedSeriesId, "other");
    EXPECT_TRUE(item("Head 6 mm")->data(IsOpenRole).toBool()) << "until the other one is there";
    store.send(action::SeriesLoaded{store.state.load.number, markedSeries("other"),
                                    markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_TRUE(item("Head thin")->data(IsOpenRole).toBool());
    EXPECT_FALSE(item("Head 6 mm")->data(IsOpenRole).toBool());
}

TEST_F(SeriesPanelTest, EnterOpensTheSeriesThatHasTheKeyboard) {
    open(openState());
    list->setCurrentItem(item("Head thin"));
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(store.state.wantedSeriesId, "other");
}

TEST_F(SeriesPanelTest, SeriesThatCannotBeOpenedSaysWhy) {
    open(openState());
    EXPECT_EQ(item("Scout")->toolTip(), "A scout cannot be opened as a stack.");
    EXPECT_TRUE(item("Scout")->data(IsListedRole).toBool());
    click("Scout");
    EXPECT_EQ(store.state.notice->text, "A scout cannot be opened as a stack.");
    EXPECT_EQ(store.state.wantedSeriesId, "1.2.3");
}

TEST_F(SeriesPanelTest, WarningsAreThoseOfTheSeriesThatIsShown) {
    SeriesInfo info = markedSeries();
    info.warnings = {{LoadWarning::Kind::Gap, "Two slices are missing between 45 and 60 mm."}};
    open(openState(markedVolume(), info));
    auto* warnings = panel.findChild<QLabel*>("warnings");
    EXPECT_TRUE(warnings->isVisible());
    EXPECT_EQ(warnings->text(), "Two slices are missing between 45 and 60 mm.");
    EXPECT_EQ(item("Head 6 mm")->data(MarkRole).toString(), "! 1 warning");
    store.send(action::ChooseSeries{"other"});
    store.send(action::SeriesPreview{store.state.load.number, markedVolume(Acquired::FeetToHead, "other")});
    EXPECT_FALSE(warnings->isVisible());
}

TEST_F(SeriesPanelTest, PatientsNameGoesWithItsKey) {
    open(openState());
    EXPECT_TRUE(list->item(0)->text().contains("Doe, Jane"));
    store.send(action::TogglePatientText{});
    for (int row = 0; row < list->count(); ++row)
        EXPECT_FALSE(list->item(row)->text().contains("Doe"));
    EXPECT_TRUE(item("Head 6 mm")->data(IsOpenRole).toBool()) << "the mark stays";
}

TEST_F(SeriesPanelTest, ProgressIsALineWhileASeriesLoads) {
    open(openState());
    auto* progress = panel.findChild<QProgressBar*>();
    EXPECT_FALSE(progress->isVisible());
    store.send(action::ChooseSeries{"other"});
    store.send(action::LoadProgress{store.state.load.number, 0.5, "Reading slices"});
    EXPECT_TRUE(progress->isVisible());
    EXPECT_EQ(progress->value(), 500);
    EXPECT_LE(progress->height(), 4);
}

TEST_F(SeriesPanelTest, EveryControlHasAnAccessibleName) {
    open(openState());
    expectAccessibleNames(panel);
}

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
