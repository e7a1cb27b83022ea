#include "app/log_page/log_table.h"

#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <cmath>
#include <functional>

namespace hemo::ui {
namespace {

const QString kNotMeasured = QStringLiteral("-");

/// "9 of 10: 90 % (60 to 98)".
QString shareText(const CountedShare& counted) {
    if (counted.all == 0) return kNotMeasured;
    return tr("%1 of %2: %3 % (%4 to %5)")
        .arg(counted.of)
        .arg(counted.all)
        .arg(std::lround(counted.share.value * 100))
        .arg(std::lround(counted.share.low * 100))
        .arg(std::lround(counted.share.high * 100));
}

/// "0.71 (0.45 to 0.97)".
QString estimateText(const std::optional<Estimate>& estimate) {
    if (!estimate) return kNotMeasured;
    if (estimate->low == -1 && estimate->high == 1)
        return tr("%1, too few for an interval").arg(numberText(estimate->value, 2));
    return tr("%1 (%2 to %3)")
        .arg(numberText(estimate->value, 2))
        .arg(numberText(estimate->low, 2))
        .arg(numberText(estimate->high, 2));
}

QString secondsText(const std::optional<double>& seconds) {
    if (!seconds) return kNotMeasured;
    const long all = std::lround(*seconds);
    constexpr long kMinute = 60;
    if (all < 2 * kMinute) return tr("%1 s").arg(all);
    return tr("%1 min %2 s").arg(all / kMinute).arg(all % kMinute);
}

} // namespace

QString conditionText(ReadingCondition condition) {
    switch (condition) {
    case ReadingCondition::Assisted:
        return tr("Assisted");
    case ReadingCondition::BeforeAnswer:
        return tr("Before the answer");
    case ReadingCondition::AfterAnswer:
        return tr("After the answer");
    case ReadingCondition::Blind:
        break;
    }
    return tr("Blind");
}

std::vector<LogRow> logRows(const LogSummary& summary) {
    const auto row = [&](const QString& name, const QString& meaning,
                         const std::function<QString(const ConditionSummary&)>& text) {
        LogRow made{name, meaning, {}};
        for (const ConditionSummary& each : summary.conditions)
            made.cells << text(each);
        return made;
    };
    using Of = const ConditionSummary&;
    return {
        row(tr("Readings"), tr("Series with a verdict of yours."),
            [](Of c) { return QString::number(c.readings); }),
        row(tr("Could not tell"), tr("They count in none of the shares below."),
            [](Of c) { return QString::number(c.cannotTell); }),
        row(tr("Agreement"),
            tr("You and the second reader say the same, bleed or none; with the 95 % interval."),
            [](Of c) { return shareText(c.agreement); }),
        row(tr("Cohen's kappa"),
            tr("Agreement beyond chance: 1 is complete, 0 is chance; it needs many readings."),
            [](Of c) { return estimateText(c.kappa); }),
        row(tr("Sensitivity"),
            tr("Of the scans with a bleed those that you found, where the truth is known."),
            [](Of c) { return shareText(c.sensitivity); }),
        row(tr("Specificity"),
            tr("Of the scans without a bleed those that you passed, where the truth is known."),
            [](Of c) { return shareText(c.specificity); }),
        row(tr("Area under your ROC curve"), tr("From how sure you were, where the truth is known."),
            [](Of c) { return c.roc ? estimateText(c.roc->area) : kNotMeasured; }),
        row(tr("Time to the verdict"), tr("Half of your readings took less, from all slices on the screen."),
            [](Of c) { return secondsText(c.secondsToCommit); }),
        row(tr("Time to closing"), tr("Half of your readings took less, until the series left the screen."),
            [](Of c) { return secondsText(c.secondsToClose); }),
    };
}

QString logHeadline(const LogSummary& summary) {
    if (summary.readings == 0) return tr("Nothing is logged yet: give a verdict of your own with Q.");
    return tr("Readings in the log: %1. Of these the truth is known of %2.")
        .arg(summary.readings)
        .arg(summary.withTruth);
}

QString changesText(const ChangesOfMind& changes) {
    if (changes == ChangesOfMind{}) return {};
    return tr("Changes of mind: %1 to what is right, %2 to what is wrong, %3 of unknown truth.")
        .arg(changes.toRight)
        .arg(changes.toWrong)
        .arg(changes.other);
}

} // namespace hemo::ui
