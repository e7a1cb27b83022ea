#pragma once

#include "gui_fixture.h"

#include "app/panels/verdict_card.h"

#include <QLabel>

#include <utility>

namespace hemo::ui::testing {

/// Without the spaces and joiners at which no line may end.
inline QString plainSpaces(QString text) {
    return text.replace(QChar(0xA0), ' ').remove(QChar(0x2060));
}

/// The card as high as it is in a small window.
class VerdictCardTest : public ::testing::Test {
protected:
    void open(AppState state) {
        store.begin(std::move(state));
        store.show(card);
        card.resize(card.width(), 640);
        card.show();
    }
    QString text(const char* name) { return card.findChild<QLabel*>(name)->text(); }
    /// What a label says to whoever rests the mouse on it.
    QString exactly(const char* name) { return plainSpaces(card.findChild<QLabel*>(name)->toolTip()); }
    QColor headlineColour() {
        return card.findChild<QLabel*>("headline")->palette().color(QPalette::WindowText);
    }
    TestStore store;
    VerdictCard card{store.dispatch(), nullptr};
};

/// Slices 6 and 7 (k 5 and 6) as a finding of 18 mL in them, to the left.
inline Findings markedFinding() {
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

inline AppState stateWithFindings(Findings findings = markedFinding(), SeriesInfo info = markedSeries()) {
    AppState s = openState(markedVolume(), std::move(info));
    s = classified(s, answerTo(*lead(s).volume, kSuspected));
    return found(s, std::make_shared<const Findings>(std::move(findings)));
}

/// An answer by a model that has two rules, of which one was measured.
inline AppState stateWithRules() {
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

} // namespace hemo::ui::testing
