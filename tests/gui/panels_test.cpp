#include "gui_fixture.h"

#include "app/panels/finding_bars.h"
#include "app/panels/status_strip.h"
#include "app/panels/verdict_card.h"
#include "app/panels/verdict_words.h"
#include "core/image/resample.h"
#include "core/image/shown_hu.h"
#include "tests/support/said.h"
#include "viewer/widgets/palette.h"

#include <QLabel>
#include <QMenu>
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
    store.send(action::GoToSlice{lead(store.state).id, 5});
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

TEST_F(VerdictCardTest, TheRuleForThinSlicesIsToldInMillimetres) {
    AppState s = openState();
    Prediction thin = *answerTo(*lead(s).volume, std::vector<double>(9, .9));
    for (SlicePrediction& slice : thin.slices)
        slice.share = .2;
    s = classified(s, std::make_shared<const Prediction>(judgedBy(thin, {2, 0.6})));
    open(s);
    EXPECT_EQ(text("reason").replace(QChar(0xA0), ' '),
              "9 of 9 slices (9 mm) over 60 %; suspected from 7.5 mm on.");
}

TEST_F(VerdictCardTest, NoneSeenIsNeutralAndCallsNobodyHealthy) {
    AppState s = openState();
    s = classified(s, answerTo(*lead(s).volume, std::vector<double>(9, .01)));
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
    open(classified(s, answerTo(*volume, {.1, .1, .1})));
    EXPECT_EQ(text("headline"), "Cannot assess");
    EXPECT_TRUE(text("reason").replace(QChar(0xA0), ' ').contains("3 slices"));
    EXPECT_EQ(headlineColour(), palette::kText);
    open(classified(s, answerTo(*volume, {.1, .9, .9})));
    EXPECT_EQ(text("headline"), "Suspicious in slices 2-3");
    EXPECT_EQ(text("reason").replace(QChar(0xA0), ' '), "2 of 3 slices over 60 %.")
        << "by one slice, and not by the rule for whole scans";
    EXPECT_TRUE(text("rest").startsWith("The rest cannot be excluded.")) << text("rest").toStdString();
    EXPECT_TRUE(store.state.readings.begin()->second->reader.prediction);
    EXPECT_TRUE(card.findChild<QToolButton*>("next")->isEnabled()) << "N goes there";
    EXPECT_TRUE(card.findChild<QToolButton*>("heat")->isEnabled());
}

TEST_F(VerdictCardTest, ASliceThatTheRuleDoesNotCountIsToldAndCanBeGoneTo) {
    AppState s = openState();
    std::vector<double> any(9, .01);
    any[6] = .91;
    open(classified(s, answerTo(*lead(s).volume, any)));
    EXPECT_EQ(text("headline"), "None by the rule; look at slice 7");
    EXPECT_TRUE(card.findChild<QToolButton*>("next")->isEnabled());
}

TEST_F(VerdictCardTest, StatesAreToldApartByTheirMark) {
    std::vector<QImage> marks;
    const auto markOf = [&](const AppState& s) {
        open(s);
        const auto* mark = card.findChild<QWidget*>("verdictMark");
        return mark->isVisible() ? const_cast<QWidget*>(mark)->grab().toImage() : QImage();
    };
    AppState s = openState();
    const auto answeredBy = [&](std::vector<double> any, Message notExcluded = {}) {
        Prediction p = *answerTo(*lead(s).volume, std::move(any));
        p.verdict = judge(p.slices, p.provenance.rule, std::move(notExcluded));
        return classified(s, std::make_shared<const Prediction>(std::move(p)));
    };
    std::vector<double> none(9, .01), one = none, many(9, .9);
    one[3] = .91;
    marks = {markOf(answeredBy(none)), markOf(answeredBy(one)), markOf(answeredBy(many)),
             markOf(answeredBy(many, say("assess.no_top"))), markOf(answeredBy(none, say("assess.no_top")))};
    EXPECT_TRUE(marks[0].isNull()) << "none seen is neutral";
    for (std::size_t a = 0; a < marks.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_NE(marks[a], marks[b]) << a << ' ' << b;
}

TEST_F(VerdictCardTest, RunningGivesNoVerdictYet) {
    open(openState());
    for (int k = 0; k < 9; ++k) {
        store.send(action::SliceClassified{lead(store.state).id, reader(store.state).job.number, {k, {.95}}});
        EXPECT_EQ(text("headline"), "Reading");
    }
    EXPECT_TRUE(text("reason").contains("9 of 9 slices read."));
    EXPECT_TRUE(card.findChild<QProgressBar*>()->isVisible());
}

TEST_F(VerdictCardTest, FailureHasItsSentenceAndRetryReadsAgain) {
    open(openState());
    auto* retry = card.findChild<QPushButton*>("retry");
    EXPECT_EQ(retry->text(), "Stop");
    store.send(action::ClassificationFailed{lead(store.state).id,
                                            reader(store.state).job.number,
                                            {ErrorCode::Worker, said("The second reader stopped."), {}}});
    EXPECT_EQ(text("reason"), "The second reader stopped.");
    ASSERT_TRUE(retry->isVisible());
    EXPECT_EQ(retry->text(), "Retry");
    QTest::mouseClick(retry, Qt::LeftButton);
    EXPECT_EQ(store.timesAsked<action::Classify>(), 1);
    EXPECT_EQ(reader(store.state).status, SecondReader::Status::Running);
    EXPECT_EQ(retry->text(), "Stop");
}

TEST_F(VerdictCardTest, StopGivesUpTheReadingAndOffersItAgain) {
    open(openState());
    auto* button = card.findChild<QPushButton*>("retry");
    ASSERT_TRUE(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(store.timesAsked<action::StopReading>(), 1);
    EXPECT_EQ(reader(store.state).status, SecondReader::Status::Idle);
    EXPECT_EQ(button->text(), "Read this series");
}

TEST_F(VerdictCardTest, AnswerToAnotherSeriesIsNeverShown) {
    open(answeredState());
    store.state = withReading(store.state, lead(store.state).id, [](Reading& r) {
        r.reader.prediction = answerTo(*markedVolume(Acquired::FeetToHead, "foreign"), kSuspected);
    });
    store.tell();
    EXPECT_FALSE(allText(card).contains("suspected"));
    EXPECT_FALSE(allText(card).contains("model-1"));
}

TEST_F(VerdictCardTest, AnswerLeavesWhenThePreviewOfAnotherSeriesComes) {
    open(answeredState());
    store.send(action::OpenSeries{kLead, "other"});
    EXPECT_EQ(text("headline"), "Hemorrhage suspected") << "still the series it belongs to";
    store.send(action::SeriesPreview{lead(store.state).id, lead(store.state).load.number,
                                     markedVolume(Acquired::FeetToHead, "other")});
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
    EXPECT_TRUE(store.state.screen.isHeatShown);
    EXPECT_TRUE(heat->isChecked());
    QTest::keyClick(opacity, Qt::Key_End);
    EXPECT_EQ(store.state.preferences.heatStyle.opacity, 1);
    QTest::mouseClick(heat, Qt::LeftButton);
    EXPECT_FALSE(store.state.screen.isHeatShown);
}

TEST_F(VerdictCardTest, ArrowsGoThroughTheSuspiciousSlices) {
    open(answeredState());
    auto* next = card.findChild<QToolButton*>("next");
    auto* previous = card.findChild<QToolButton*>("previous");
    QTest::mouseClick(next, Qt::LeftButton);
    const int first = *currentSlice(lead(store.state));
    EXPECT_GT(reader(store.state).prediction->slices[first].any(), .6);
    QTest::mouseClick(previous, Qt::LeftButton);
    EXPECT_NE(*currentSlice(lead(store.state)), first);
}

/// Slices 6 and 7 (k 5 and 6) as a finding of 18 mL in them, to the left.
Findings markedFinding() {
    Finding finding;
    finding.firstSlice = finding.mostTellingSlice = 5;
    finding.lastSlice = 6;
    finding.p = {5, {.95, 0, .9, 0, 0, 0}};
    finding.place = {31, 5, 6};
    finding.sides = {FindingSide::Left};
    finding.outline = BleedOutline{{}, 18.3};
    finding.kind = KindOfBleed{BleedType::Intraparenchymal, .85};
    return {finding};
}

AppState stateWithFindings(Findings findings = markedFinding(), SeriesInfo info = markedSeries()) {
    AppState s = openState(markedVolume(), std::move(info));
    s = classified(s, answerTo(*lead(s).volume, kSuspected));
    return found(s, std::make_shared<const Findings>(std::move(findings)));
}

QString plainSpaces(QString text) {
    return text.replace(QChar(0xA0), ' ').remove(QChar(0x2060));
}

TEST_F(VerdictCardTest, FindingsSayWhereWhichSlicesAndHowMuchAndAClickGoesThere) {
    open(stateWithFindings());
    auto* row = card.findChild<QPushButton*>("finding");
    ASSERT_TRUE(row && row->isVisible());
    EXPECT_EQ(plainSpaces(row->text()), "Left · S 6 mm · about 18 mL\nSlices 6–7 · intraparenchymal");
    EXPECT_FALSE(row->isChecked());
    QTest::mouseClick(row, Qt::LeftButton);
    EXPECT_EQ(currentSlice(lead(store.state)), 5);
    EXPECT_EQ(lead(store.state).look->place, (PatientPoint{31, 5, 6}));
    EXPECT_TRUE(row->isChecked());
    store.send(action::GoToSlice{lead(store.state).id, 0});
    EXPECT_FALSE(row->isChecked());
}

TEST_F(VerdictCardTest, InALowWindowNoFindingLosesItsSecondLine) {
    Findings findings(3, markedFinding().front());
    findings[1].firstSlice = findings[1].lastSlice = 6, findings[2].firstSlice = findings[2].lastSlice = 5;
    open(stateWithFindings(findings));
    card.resize(card.width(), 500);
    QCoreApplication::processEvents();
    const auto rows = card.findChildren<QPushButton*>("finding");
    ASSERT_EQ(rows.size(), 3);
    for (const auto* row : rows) {
        EXPECT_GE(row->height(), 2 * row->fontMetrics().lineSpacing());
        EXPECT_TRUE(row->parentWidget()->rect().contains(row->geometry()));
        for (const auto* other : rows)
            EXPECT_TRUE(other == row || !other->geometry().intersects(row->geometry()));
    }
    EXPECT_LE(card.findChild<QLabel*>("terms")->geometry().bottom(), card.height())
        << "that it is no diagnosis stays in sight";
}

TEST_F(VerdictCardTest, AFindingOnBothSidesNamesBoth) {
    Findings findings = markedFinding();
    findings[0].sides = {FindingSide::Right, FindingSide::Left};
    open(stateWithFindings(findings));
    EXPECT_TRUE(plainSpaces(card.findChild<QPushButton*>("finding")->text())
                    .startsWith("Right and left · S 6 mm · about 18 mL\n"));
    findings[0].sides.insert(findings[0].sides.begin(), FindingSide::Midline);
    open(stateWithFindings(findings));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->text().startsWith("Midline, right and left"));
}

TEST_F(VerdictCardTest, AVolumeThatIsNotAllOfItSaysSo) {
    Findings findings = markedFinding();
    findings[0].outline->isWhole = false;
    open(stateWithFindings(findings));
    EXPECT_TRUE(plainSpaces(card.findChild<QPushButton*>("finding")->text()).contains("over 18 mL"));
    findings[0].outline.reset();
    findings[0].overBloodHu = 260;
    open(stateWithFindings(findings));
    EXPECT_EQ(plainSpaces(card.findChild<QPushButton*>("finding")->text()),
              "Left · S 6 mm\nSlices 6–7 · 260 HU: calcified?");
}

TEST_F(VerdictCardTest, FindingsNameNoSideThatNobodyKnows) {
    SeriesInfo sideless = markedSeries();
    sideless.areDirectionsKnown = false;
    open(stateWithFindings(markedFinding(), sideless));
    const QString text = plainSpaces(card.findChild<QPushButton*>("finding")->text());
    EXPECT_EQ(text, "at 6 mm · about 18 mL\nSlices 6–7 · intraparenchymal");
    Findings unmeasured = markedFinding();
    unmeasured[0].outline.reset();
    sideless.areLengthsKnown = false;
    open(stateWithFindings(unmeasured, sideless));
    EXPECT_EQ(plainSpaces(card.findChild<QPushButton*>("finding")->text()), "Slices 6–7 · intraparenchymal");
}

TEST_F(VerdictCardTest, AFindingWhoseKindIsUnclearSaysSoWhateverOneSliceSays) {
    Findings findings = markedFinding();
    findings[0].kind.reset();
    open(stateWithFindings(findings));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->text().endsWith("kind unclear"));
}

TEST_F(VerdictCardTest, NoKindStandsAboveAnyInTheBarsOfASlice) {
    AppState s = openState();
    Prediction p = *answerTo(*lead(s).volume, kSuspected);
    p.slices[5].p = {.62, .1, .91, .1, .1, .1};
    open(classified(s, std::make_shared<const Prediction>(p)));
    store.send(action::GoToSlice{lead(store.state).id, 5});
    const QString said = card.findChild<FindingBars*>()->accessibleDescription();
    EXPECT_TRUE(plainSpaces(said).startsWith("Any 62 %")) << said.toStdString();
    EXPECT_TRUE(plainSpaces(said).contains("Intraparenchymal 62 %")) << said.toStdString();
    EXPECT_EQ(reader(store.state).prediction->slices[5].p[2], .91) << "the number itself stays";
}

TEST_F(VerdictCardTest, SubtypesThatTheModelDoesNotNameAreNotShown) {
    Findings findings = markedFinding();
    findings[0].p.namesSubtypes = false;
    findings[0].kind.reset();
    open(stateWithFindings(findings));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->text().endsWith("Slices 6–7"));
}

TEST_F(VerdictCardTest, FindingsLeaveWithTheAnswerTheyBelongTo) {
    open(stateWithFindings());
    store.send(action::OpenSeries{kLead, "other"});
    store.send(action::SeriesPreview{lead(store.state).id, lead(store.state).load.number,
                                     markedVolume(Acquired::FeetToHead, "other")});
    const auto* row = card.findChild<QPushButton*>("finding");
    EXPECT_FALSE(row && row->isVisible());
}

TEST_F(VerdictCardTest, MoreFindingsThanFitAreCounted) {
    Findings many(7, markedFinding()[0]);
    open(stateWithFindings(many));
    EXPECT_EQ(card.findChildren<QPushButton*>("finding").size(), 3);
    EXPECT_TRUE(allText(card).contains("and 4 more"));
}

AppState stateWithRules() {
    AppState s = openState();
    s = reduce(
        s, action::ClassifierReady{lead(s).id,
                                   reader(s).job.number,
                                   "model-1",
                                   "CPU",
                                   {2, 0.6},
                                   {{"balanced", {2, 0.6}, Estimate{.96, .81, .99}, Estimate{.85, .67, .95}},
                                    {"screening", {1, 0.97}, {}, {}}}});
    return classified(s, answerTo(*lead(s).volume, kSuspected));
}

TEST_F(VerdictCardTest, TheRuleSaysWhatItIsWorthAndNothingWhereItWasNotMeasured) {
    open(stateWithRules());
    EXPECT_EQ(plainSpaces(text("worth")), "In cross-validation this rule found 96 % (81–99) of patients with "
                                          "hemorrhage and raised no suspicion "
                                          "in 85 % (67–95) of those without.");
    auto* rule = card.findChild<QToolButton*>("rule");
    ASSERT_TRUE(rule->isVisible());
    EXPECT_EQ(rule->accessibleName(), "Rule: Balanced");
    ASSERT_EQ(rule->menu()->actions().size(), 2);
    EXPECT_TRUE(rule->menu()->actions()[0]->isChecked());
    rule->menu()->actions()[1]->trigger();
    EXPECT_EQ(store.timesAsked<action::ChooseOperatingPoint>(), 1);
    EXPECT_EQ(text("headline"), "None seen") << "no slice is over 97 %";
    EXPECT_EQ(rule->accessibleName(), "Rule: Screening");
    EXPECT_FALSE(card.findChild<QLabel*>("worth")->isVisible());
}

TEST_F(VerdictCardTest, AModelWithOneRuleOffersNoChoiceAndClaimsNothing) {
    open(answeredState());
    EXPECT_FALSE(card.findChild<QToolButton*>("rule")->isVisible());
    EXPECT_FALSE(card.findChild<QLabel*>("worth")->isVisible());
}

TEST_F(VerdictCardTest, ACautionStandsBesideTheAnswer) {
    AppState s = openState();
    Prediction p = *answerTo(*lead(s).volume, kSuspected);
    p.verdict.caution = said("Only values from 0 to 80 HU were kept: no volume is measured.");
    s = classified(s, std::make_shared<const Prediction>(p));
    open(s);
    EXPECT_EQ(text("caution"), "Only values from 0 to 80 HU were kept: no volume is measured.");
    open(answeredState());
    EXPECT_FALSE(card.findChild<QLabel*>("caution")->isVisible());
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
    store.send(action::HoverAt{Hover{kLead, kMarkCentre}});
    EXPECT_TRUE(allText(strip).contains("HU 80 at L 55.0 A 50.0 S 18.0 mm"));
    EXPECT_TRUE(allText(strip).contains("Slice 5/9"));
    EXPECT_TRUE(allText(strip).contains("W 80 L 40"));
    store.send(action::HoverAt{Hover{kLead, PatientPoint{-30, 12, 0}}});
    EXPECT_TRUE(allText(strip).contains("HU 0 at R 30.0 P 12.0 S 0.0 mm"));
    store.send(action::HoverAt{});
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
    store.send(action::OpenSeries{kLead, "other"});
    ASSERT_TRUE(cancel->isVisible());
    EXPECT_TRUE(allText(strip).contains("Reading slices"));
    QTest::mouseClick(cancel, Qt::LeftButton);
    EXPECT_FALSE(select::isLoading(store.state));
    EXPECT_FALSE(cancel->isVisible());
}

TEST_F(StatusStripTest, MessageStaysUntilItIsDismissed) {
    open(openState());
    store.send(action::Notify{{say("open.no_images"), true}});
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
