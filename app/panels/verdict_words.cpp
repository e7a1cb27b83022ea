#include "app/panels/verdict_words.h"

#include "app/panels/worth_words.h"
#include "core/state/select/lesson.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace hemo::ui {
namespace {

using Status = SecondReader::Status;

/// A sentence in which no line ends between a number and what it counts.
QString unparted(const Message& message) {
    static const QRegularExpression afterNumber(QStringLiteral("(\\d) "));
    return translated(message).replace(afterNumber, QStringLiteral("\\1\u00A0"));
}

/// "slice 18", "slices 12-13 and 20"; how many where they are scattered.
QString suspiciousPlaces(const Prediction& prediction) {
    const std::vector<bool> isSuspicious = suspiciousSlices(prediction);
    QStringList runs;
    int count = 0;
    for (std::size_t k = 0; k < isSuspicious.size(); ++k) {
        if (!isSuspicious[k]) continue;
        const std::size_t first = k;
        while (k + 1 < isSuspicious.size() && isSuspicious[k + 1])
            ++k;
        count += static_cast<int>(k - first) + 1;
        runs << (first == k ? QString::number(k + 1) : QStringLiteral("%1-%2").arg(first + 1).arg(k + 1));
    }
    if (count == 1) return tr("slice %1").arg(runs.front());
    if (runs.size() == 1) return tr("slices %1").arg(runs.front());
    if (runs.size() == 2) return tr("slices %1 and %2").arg(runs[0], runs[1]);
    return slicesText(count);
}

/// What every state has.
VerdictWords wordsOf(const QString& headline, const QString& reason = {},
                     VerdictMark mark = VerdictMark::None) {
    VerdictWords words;
    words.mark = mark;
    words.headline = headline;
    words.reason = reason;
    return words;
}

/// How likely it is, in words that are read before the figure beside them.
QString likelihoodText(double score) {
    const QString figure = percentText(score);
    if (score >= 0.9) return tr("Very likely, %1").arg(figure);
    if (score >= 0.75) return tr("Likely, %1").arg(figure);
    return score >= 0.5 ? tr("Possible, %1").arg(figure) : tr("Borderline, %1").arg(figure);
}

/// How many slices are suspicious, without the rule's arithmetic.
Message countMessage(const Prediction& prediction) {
    const Verdict& verdict = prediction.verdict;
    const Message all = say("verdict.slices", prediction.slices.size());
    if (verdict.slicesOverThreshold == 0) return say("verdict.none_suspicious", all);
    Message count = say("verdict.suspicious", verdict.slicesOverThreshold, all);
    return verdict.answer == Answer::Suspected ? count : say("verdict.below_rule", std::move(count));
}

/// The rule as it was applied, and what it is worth.
QString exactText(const Verdict& verdict, const WorthWords& worth) {
    QStringList lines{unparted(verdict.reason)};
    if (verdict.score > 0) // else nothing was decided by it
        lines << translated(say("verdict.decides", Number{verdict.score * 100, Unit::Percent, 1}));
    lines << worth.exact;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

VerdictWords suspected(const Prediction& prediction) {
    const Verdict& verdict = prediction.verdict;
    VerdictWords words =
        wordsOf(tr("Hemorrhage suspected"), unparted(countMessage(prediction)), VerdictMark::Suspected);
    words.sure = likelihoodText(verdict.score);
    words.suspicion = verdict.score;
    if (verdict.notExcluded.empty()) return words;
    words.mark = VerdictMark::RestUnknown;
    words.headline = tr("Suspicious in %1").arg(suspiciousPlaces(prediction));
    words.rest = translated(say("verdict.rest_not_excluded", verdict.notExcluded));
    return words;
}

/// Nothing is suspected by the rule; slices over the threshold are told nonetheless.
VerdictWords notSuspected(const Prediction& prediction, const std::vector<KnownMiss>& knownMisses) {
    const Verdict& verdict = prediction.verdict;
    const bool isAssessed = verdict.answer == Answer::NoneSeen;
    VerdictWords words;
    words.mark = isAssessed ? VerdictMark::None : VerdictMark::CannotAssess;
    words.headline = isAssessed ? tr("None seen") : tr("Cannot assess");
    words.reason = unparted(isAssessed ? countMessage(prediction) : verdict.reason);
    if (!verdict.judgesSlices) return words;
    QStringList misses;
    for (const KnownMiss miss : knownMisses)
        misses << translated(knownMissText(miss));
    words.misses = misses.join(' ');
    if (verdict.slicesOverThreshold == 0) return words;
    words.mark = VerdictMark::BelowRule;
    const QString places = suspiciousPlaces(prediction);
    words.headline = isAssessed ? tr("None by the rule; look at %1").arg(places)
                                : tr("Cannot assess; look at %1").arg(places);
    return words;
}

VerdictWords answered(const Prediction& prediction, const SecondReader& reader) {
    const Verdict& verdict = prediction.verdict;
    const bool isSuspected = verdict.answer == Answer::Suspected;
    VerdictWords words = isSuspected ? suspected(prediction) : notSuspected(prediction, reader.knownMisses);
    // What a rule is worth was measured on whole heads.
    const OperatingPoint* point = operatingPoint(reader);
    const bool isOfWhole = verdict.judgesSlices && verdict.notExcluded.empty();
    const WorthWords worth = point && isOfWhole ? worthWords(*point) : WorthWords{};
    if (isSuspected) words.worth = worth.alarms;
    if (verdict.judgesSlices && !isMeasured(reader.operatingPoints))
        words.worth = translated(say("worth.not_measured"));
    if (verdict.answer == Answer::NoneSeen) words.sure = worth.finds;
    words.exact = exactText(verdict, worth);
    words.caution = translated(verdict.caution);
    return words;
}

VerdictWords running(const AppState& state, const Reading& reading) {
    const SecondReader& reader = select::answersTo(state, reading);
    const auto done = std::count_if(reader.slices.begin(), reader.slices.end(),
                                    [](const auto& slice) { return slice.has_value(); });
    VerdictWords words = wordsOf(tr("Reading"), translated(reader.job.stage));
    if (done > 0) words.reason = tr("%1 of %2 read.").arg(done).arg(slicesText(int(reader.slices.size())));
    const auto over = static_cast<int>(select::suspiciousSlices(state, reading).size());
    if (over > 0) words.reason += ' ' + tr("%1 suspicious so far.").arg(over);
    return words;
}

/// As if there were no answer, whatever it is and however far it has come.
VerdictWords locked(const AppState& state, select::Lock lock) {
    if (lock == select::Lock::Always)
        return wordsOf(tr("Blind reading"), tr("No second reader is asked."), VerdictMark::Locked);
    if (select::isPresented(state))
        return wordsOf(tr("Second reader"), tr("It is shown with the next step."), VerdictMark::Locked);
    return wordsOf(tr("Your reading first"),
                   tr("The second reader is shown when you have committed what you see."),
                   VerdictMark::Locked);
}

} // namespace

VerdictWords verdictWords(const AppState& state, const Reading* reading) {
    if (!reading) return wordsOf(tr("No series open"));
    // An answer is shown on the series it was given to and on no other, and never on a part of it.
    if (!isWhole(*reading)) return wordsOf(tr("Waiting"), tr("The series is still being loaded."));
    if (const select::Lock lock = select::lockOn(state, *reading); lock != select::Lock::Open)
        return locked(state, lock);
    if (const PredictionPtr prediction = select::shownPrediction(state, *reading))
        return answered(*prediction, select::answersTo(state, *reading));
    const SecondReader& reader = select::answersTo(state, *reading);
    switch (reader.status) {
    case Status::Idle:
        return wordsOf(tr("Not read"), tr("The second reader has not looked at this series."));
    case Status::Waiting:
        return wordsOf(tr("Waiting"), tr("The second reader is reading another series first."));
    case Status::Running:
        return running(state, *reading);
    case Status::Failed:
        return wordsOf(tr("No second reading"), reader.error ? translated(reader.error->message) : QString(),
                       VerdictMark::Failed);
    case Status::Done:
        return wordsOf(tr("No second reading"),
                       tr("The answer belongs to another series, so it is not shown."), VerdictMark::Failed);
    }
    return {};
}

QString deviceText(const std::string& device) {
    static const QRegularExpression processor(QStringLiteral("^CPU, (\\d+) threads?$"));
    const auto match = processor.match(QString::fromStdString(device));
    if (!match.hasMatch()) return QString::fromStdString(device); // a GPU's name
    const int threads = match.captured(1).toInt();
    return threads == 1 ? tr("CPU, 1 thread") : tr("CPU, %1 threads").arg(threads);
}

QString provenanceText(const AppState& state, const Reading& reading) {
    if (const PredictionPtr prediction = select::shownPrediction(state, reading)) {
        const Provenance& p = prediction->provenance;
        const QString weights = QString::fromStdString(p.weightsSha256).left(8);
        return QStringList{tr("Model %1 (%2)").arg(QString::fromStdString(p.modelId), weights),
                           tr("%1, %2 s").arg(deviceText(p.device), numberText(p.seconds, 1)),
                           tr("Heat: %1").arg(translated(explanationName(p.explanation)))}
            .join('\n');
    }
    const SecondReader& reader = select::answersTo(state, reading);
    if (reader.status != Status::Running || reader.modelId.empty()) return {};
    return QStringList{tr("Model %1").arg(QString::fromStdString(reader.modelId)), deviceText(reader.device)}
        .join('\n');
}

} // namespace hemo::ui
