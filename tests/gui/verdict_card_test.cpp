#include "verdict_card_fixture.h"

#include "app/panels/finding_bars.h"
#include "app/panels/finding_row.h"
#include "tests/support/said.h"
#include "viewer/widgets/palette.h"

#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QToolButton>

namespace hemo::ui {
namespace {

using namespace testing;

TEST_F(VerdictCardTest, SuspectedSaysWhatHowSureWhereAndByWhom) {
    open(answeredState());
    store.send(action::GoToSlice{lead(store.state).id, 5});
    EXPECT_EQ(text("headline"), "Hemorrhage suspected");
    EXPECT_EQ(plainSpaces(text("sure")), "Likely, 80 %");
    EXPECT_EQ(plainSpaces(text("reason")), "2 of 9 slices are suspicious.");
    EXPECT_EQ(exactly("reason"), "2 of 9 slices over 60 %; suspected from 2 slices on.\nThe probability that "
                                 "decides is 80.0 %.");
    EXPECT_EQ(exactly("sure"), exactly("reason"));
    EXPECT_EQ(text("sliceTitle"), "SLICE 6");
    EXPECT_TRUE(card.findChild<FindingBars*>()->accessibleDescription().startsWith("Any 95"));
    EXPECT_TRUE(allText(card).contains("Model model-1 (01234567)\nCPU, 2 threads, 1.2 s") ||
                allText(card).contains("Model model-1 (01234567)\nCPU, 2 threads, 1.3 s"));
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
    EXPECT_TRUE(exactly("reason").startsWith("9 of 9 slices (9 mm) over 60 %; suspected from 7.5 mm on."));
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
    EXPECT_TRUE(exactly("reason").startsWith("2 of 3 slices over 60 %.\n"))
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
    EXPECT_EQ(plainSpaces(text("reason")), "1 of 9 slices is suspicious. That is too little for the rule.");
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

TEST_F(VerdictCardTest, TheRuleSaysWhatItIsWorthAndNothingWhereItWasNotMeasured) {
    open(stateWithRules());
    EXPECT_EQ(text("worth"), "False alarm in about 2 of 10 patients without a bleed.");
    EXPECT_TRUE(exactly("worth").endsWith(
        "In cross-validation this rule found 96 % (81 to 99) of patients with hemorrhage.\n"
        "In cross-validation this rule raised no suspicion in 85 % (67 to 95) of patients without "
        "hemorrhage."));
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

/// A reading of nothing suspicious by a model that was measured and says what it misses.
AppState noneSeen(std::vector<KnownMiss> misses) {
    AppState s = openState();
    s = reduce(s, action::ClassifierReady{lead(s).id,
                                          reader(s).job.number,
                                          "model-1",
                                          "CPU",
                                          {2, 0.6},
                                          {{"balanced", {2, 0.6}, Estimate{.96, .81, .99}, {}}},
                                          {},
                                          std::move(misses)});
    return classified(s, answerTo(*lead(s).volume, std::vector<double>(9, .01)));
}

TEST_F(VerdictCardTest, WhereNoneIsSeenItSaysHowManyAreFoundAndWhatIsOftenMissed) {
    open(noneSeen({KnownMiss::ThinBloodAlongSkull}));
    EXPECT_EQ(text("headline"), "None seen");
    EXPECT_EQ(text("sure"), "Finds more than 9 of 10 bleeds.") << "and never 10 of 10";
    EXPECT_EQ(plainSpaces(text("reason")), "None of 9 slices is suspicious.");
    EXPECT_EQ(text("misses"), "The second reader often misses thin blood along the skull.");
    EXPECT_TRUE(card.findChild<QLabel*>("misses")->isVisible());
    EXPECT_FALSE(card.findChild<QLabel*>("worth")->isVisible()) << "of false alarms, where there is none";
    open(noneSeen({}));
    EXPECT_FALSE(card.findChild<QLabel*>("misses")->isVisible()) << "nothing is said that the model does not";
    AppState s = noneSeen({KnownMiss::ThinBloodAlongSkull});
    s = withReading(s, lead(s).id, [](Reading& r) { r.reader.prediction = answerTo(*r.volume, kSuspected); });
    open(s);
    EXPECT_FALSE(card.findChild<QLabel*>("misses")->isVisible()) << "where it has found something";
}

TEST_F(VerdictCardTest, JargonIsOnlySaidToWhoeverAsks) {
    AppState s = stateWithRules();
    open(found(s, std::make_shared<const Findings>(markedFinding())));
    const QString seen = allText(card) + card.findChild<QPushButton*>("finding")->text();
    for (const char* word : {"Score", "over 60", "log-odds", "cross-validation", "suspected from"})
        EXPECT_FALSE(seen.contains(word)) << word;
    EXPECT_TRUE(card.findChild<QToolButton*>("heat")->toolTip().contains("log-odds"));
    EXPECT_TRUE(exactly("sure").contains("suspected from 2 slices on"));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->toolTip().contains("up to 95 %"));
}

TEST_F(VerdictCardTest, HowSureAndWhereAreReadFromTwoMetres) {
    constexpr double kLeastCapitals = 13, kLeastPixels = 13; // logical ones
    open(stateWithFindings());
    EXPECT_GE(QFontMetricsF(card.findChild<QLabel*>("sure")->font()).capHeight(), kLeastCapitals);
    EXPECT_GE(QFontMetricsF(card.findChild<QLabel*>("headline")->font()).capHeight(), kLeastCapitals);
    const auto* row = card.findChild<FindingRow*>("finding");
    EXPECT_GE(QFontMetricsF(row->whereFont()).capHeight(), kLeastCapitals);
    for (const QLabel* label : card.findChildren<QLabel*>())
        EXPECT_GE(QFontInfo(label->font()).pixelSize(), kLeastPixels) << label->text().toStdString();
}

TEST_F(VerdictCardTest, AModelThatNobodyMeasuredOffersNoRuleAndSaysSo) {
    open(answeredState());
    EXPECT_FALSE(card.findChild<QToolButton*>("rule")->isVisible());
    EXPECT_EQ(text("worth"), "Nobody has measured this model: how often it is wrong is not known.");
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

TEST_F(VerdictCardTest, TheOwnReadingIsSeenWholeWhileItIsGivenAndThenWhatComesOfIt) {
    open(stateWithFindings());
    const auto isSeen = [&](const char* name) {
        QApplication::processEvents();
        const auto* button = card.findChild<QPushButton*>(name);
        return button->visibleRegion().boundingRect() == button->rect();
    };
    const ReadingId id = lead(store.state).id;
    store.send(action::OpenVerdict{id});
    EXPECT_TRUE(isSeen("commitVerdict"));
    store.send(action::AnswerVerdict{id, ReaderVerdict::Answer::Bleed}); // five kinds more
    EXPECT_TRUE(isSeen("commitVerdict"));
    store.send(action::AnswerVerdict{id, ReaderVerdict::Answer::None});
    store.send(action::SetConfidence{id, 4});
    store.send(action::CommitVerdict{id, 0});
    QApplication::processEvents();
    EXPECT_EQ(card.findChild<QScrollArea*>()->verticalScrollBar()->value(), 0);
}

TEST_F(VerdictCardTest, EveryControlHasAnAccessibleName) {
    open(answeredState());
    expectAccessibleNames(card);
}

} // namespace
} // namespace hemo::ui
