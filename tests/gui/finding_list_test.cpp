#include "verdict_card_fixture.h"

#include "app/panels/finding_bars.h"
#include "app/panels/finding_row.h"

#include <QScrollArea>

namespace hemo::ui {
namespace {

using namespace testing;

using FindingListTest = VerdictCardTest;

TEST_F(FindingListTest, FindingsSayWhereWhichSlicesAndHowMuchAndAClickGoesThere) {
    open(stateWithFindings());
    auto* row = card.findChild<QPushButton*>("finding");
    ASSERT_TRUE(row && row->isVisible());
    EXPECT_EQ(plainSpaces(row->text()), "Left · about 18 mL\nIntraparenchymal · slices 6–7 · S 6 mm");
    EXPECT_FALSE(row->isChecked());
    QTest::mouseClick(row, Qt::LeftButton);
    EXPECT_EQ(currentSlice(lead(store.state)), 5);
    EXPECT_EQ(lead(store.state).look->place, (PatientPoint{31, 5, 6}));
    EXPECT_TRUE(row->isChecked());
    store.send(action::GoToSlice{lead(store.state).id, 0});
    EXPECT_FALSE(row->isChecked());
}

TEST_F(FindingListTest, InALowWindowNoFindingLosesItsSecondLine) {
    Findings findings(3, markedFinding().front());
    findings[1].firstSlice = findings[1].lastSlice = 6, findings[2].firstSlice = findings[2].lastSlice = 5;
    open(stateWithFindings(findings));
    card.resize(card.width(), 500);
    QCoreApplication::processEvents();
    const auto rows = card.findChildren<QPushButton*>("finding");
    ASSERT_EQ(rows.size(), 3);
    for (const auto* row : rows) {
        EXPECT_GE(row->height(), row->heightForWidth(row->width()));
        EXPECT_TRUE(row->parentWidget()->rect().contains(row->geometry()));
        for (const auto* other : rows)
            EXPECT_TRUE(other == row || !other->geometry().intersects(row->geometry()));
    }
    EXPECT_LE(card.findChild<QLabel*>("terms")->geometry().bottom(), card.height())
        << "that it is no diagnosis stays in sight";
}

TEST_F(FindingListTest, AFindingOnBothSidesNamesBoth) {
    Findings findings = markedFinding();
    findings[0].sides = {FindingSide::Right, FindingSide::Left};
    open(stateWithFindings(findings));
    EXPECT_TRUE(plainSpaces(card.findChild<QPushButton*>("finding")->text())
                    .startsWith("Right and left · about 18 mL\n"));
    findings[0].sides.insert(findings[0].sides.begin(), FindingSide::Midline);
    open(stateWithFindings(findings));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->text().startsWith("Midline, right and left"));
}

TEST_F(FindingListTest, AVolumeThatIsNotAllOfItSaysSo) {
    Findings findings = markedFinding();
    findings[0].outline->isWhole = false;
    open(stateWithFindings(findings));
    EXPECT_TRUE(plainSpaces(card.findChild<QPushButton*>("finding")->text()).contains("over 18 mL"));
    findings[0].outline.reset();
    findings[0].overBloodHu = 260;
    open(stateWithFindings(findings));
    EXPECT_EQ(plainSpaces(card.findChild<QPushButton*>("finding")->text()),
              "Left\n260 HU: calcified? · slices 6–7 · S 6 mm");
}

TEST_F(FindingListTest, FindingsNameNoSideThatNobodyKnows) {
    SeriesInfo sideless = markedSeries();
    sideless.areDirectionsKnown = false;
    open(stateWithFindings(markedFinding(), sideless));
    const QString text = plainSpaces(card.findChild<QPushButton*>("finding")->text());
    EXPECT_EQ(text, "About 18 mL\nIntraparenchymal · slices 6–7 · at 6 mm");
    Findings unmeasured = markedFinding();
    unmeasured[0].outline.reset();
    sideless.areLengthsKnown = false;
    open(stateWithFindings(unmeasured, sideless));
    EXPECT_EQ(plainSpaces(card.findChild<QPushButton*>("finding")->text()), "Slices 6–7\nIntraparenchymal");
}

TEST_F(FindingListTest, AFindingWhoseKindIsUnclearSaysSoWhateverOneSliceSays) {
    Findings findings = markedFinding();
    findings[0].kind.reset();
    open(stateWithFindings(findings));
    EXPECT_TRUE(card.findChild<QPushButton*>("finding")->text().section('\n', 1).startsWith("Kind unclear"));
}

TEST_F(FindingListTest, SubtypesThatTheModelDoesNotNameAreNotShown) {
    Findings findings = markedFinding();
    findings[0].p.namesSubtypes = false;
    findings[0].kind.reset();
    open(stateWithFindings(findings));
    EXPECT_TRUE(
        plainSpaces(card.findChild<QPushButton*>("finding")->text()).endsWith("\nSlices 6–7 · S 6 mm"));
}

TEST_F(FindingListTest, FindingsLeaveWithTheAnswerTheyBelongTo) {
    open(stateWithFindings());
    store.send(action::OpenSeries{kLead, "other"});
    store.send(action::SeriesPreview{lead(store.state).id, lead(store.state).load.number,
                                     markedVolume(Acquired::FeetToHead, "other")});
    const auto* row = card.findChild<QPushButton*>("finding");
    EXPECT_FALSE(row && row->isVisible());
}

TEST_F(FindingListTest, MoreFindingsThanFitAreCounted) {
    Findings many(7, markedFinding()[0]);
    open(stateWithFindings(many));
    EXPECT_EQ(card.findChildren<QPushButton*>("finding").size(), 3);
    EXPECT_TRUE(allText(card).contains("and 4 more"));
}

TEST_F(FindingListTest, TheRowOfAFindingMakesTheCardNoWiderThanItsPanel) {
    Findings findings = markedFinding();
    findings[0].sides = {FindingSide::Midline, FindingSide::Right, FindingSide::Left};
    findings[0].outline = BleedOutline{{}, 118.3, false};
    findings[0].firstSlice = 99, findings[0].lastSlice = 116;
    open(stateWithFindings(findings));
    QCoreApplication::processEvents();
    const auto* area = card.findChild<QScrollArea*>();
    EXPECT_LE(area->widget()->width(), area->viewport()->width());
    for (const char* name : {"finding", "sure", "reason", "heat"}) {
        const auto* part = card.findChild<QWidget*>(name);
        EXPECT_LE(part->mapTo(area->viewport(), QPoint(part->width(), 0)).x(), area->viewport()->width())
            << name;
    }
    const auto* bars = card.findChild<FindingBars*>();
    EXPECT_LE(bars->mapTo(area->viewport(), QPoint(bars->width(), 0)).x(), area->viewport()->width())
        << "percent signs were cut";
    const auto* row = card.findChild<FindingRow*>("finding");
    EXPECT_GE(row->height(), row->heightForWidth(row->width())) << "all of its lines are there";
}

} // namespace
} // namespace hemo::ui
