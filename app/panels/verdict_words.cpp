#include "app/panels/verdict_words.h"

#include "viewer/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace hemo::ui {
namespace {

using Status = SecondReader::Status;

QString tr(const char* text) {
    return QCoreApplication::translate("VerdictCard", text);
}

QString ruleText(const Prediction& prediction) {
    const PatientRule& rule = prediction.provenance.rule;
    const OverThreshold over = overThreshold(prediction.slices, rule.threshold);
    const QString of = tr("%1 of %2").arg(over.slices).arg(slicesText(int(prediction.slices.size()))),
                  threshold = percentText(rule.threshold);
    if (areEnough(rule.k, prediction.slices))
        return tr("%1 over %2; suspected from %3 on.").arg(of, threshold, slicesText(rule.k));
    const QString mm = QString::number(over.mm, 'g', 3), fromMm = QString::number(suspectedFromMm(rule));
    return tr("%1 (%2 mm) over %3; suspected from %4 mm on.").arg(of, mm, threshold, fromMm);
}

VerdictWords answered(const Prediction& prediction) {
    const Verdict& verdict = prediction.verdict;
    const QString rule = ruleText(prediction);
    const QString score = tr("Score %1").arg(verdict.score, 0, 'f', 2), caution = translated(verdict.caution);
    switch (verdict.answer) {
    case Answer::Suspected:
        return {tr("Hemorrhage suspected"), rule, score, caution, verdict.score};
    case Answer::NoneSeen:
        return {tr("None seen"), rule, score, caution, std::nullopt};
    case Answer::CannotAssess:
        return {tr("Cannot assess"), translated(verdict.reason), {}, {}, std::nullopt};
    }
    return {};
}

VerdictWords running(const AppState& state, const Reading& reading) {
    const SecondReader& reader = select::answersTo(state, reading);
    const auto done = std::count_if(reader.slices.begin(), reader.slices.end(),
                                    [](const auto& slice) { return slice.has_value(); });
    VerdictWords words{tr("Reading"), translated(reader.job.stage), {}, {}, std::nullopt};
    if (done > 0) words.reason = tr("%1 of %2 read.").arg(done).arg(slicesText(int(reader.slices.size())));
    const auto over = static_cast<int>(select::suspiciousSlices(state, reading).size());
    if (over > 0 && reader.rule)
        words.reason +=
            ' ' + tr("%1 over %2 so far.").arg(slicesText(over), percentText(reader.rule->threshold));
    return words;
}

} // namespace

VerdictWords verdictWords(const AppState& state, const Reading* reading) {
    if (!reading) return {tr("No series open"), {}, {}, {}, std::nullopt};
    // An answer is shown on the series it was given to and on no other, and never on a part of it.
    if (!isWhole(*reading))
        return {tr("Waiting"), tr("The series is still being loaded."), {}, {}, std::nullopt};
    if (const PredictionPtr prediction = select::shownPrediction(state, *reading))
        return answered(*prediction);
    const SecondReader& reader = select::answersTo(state, *reading);
    switch (reader.status) {
    case Status::Idle:
        return {tr("Not read"), tr("The second reader has not looked at this series."), {}, {}, std::nullopt};
    case Status::Waiting:
        return {
            tr("Waiting"), tr("The second reader is reading another series first."), {}, {}, std::nullopt};
    case Status::Running:
        return running(state, *reading);
    case Status::Failed:
        return {tr("No second reading"),
                reader.error ? translated(reader.error->message) : QString(),
                {},
                {},
                std::nullopt};
    case Status::Done:
        return {tr("No second reading"),
                tr("The answer belongs to another series, so it is not shown."),
                {},
                {},
                std::nullopt};
    }
    return {};
}

QString provenanceText(const AppState& state, const Reading& reading) {
    if (const PredictionPtr prediction = select::shownPrediction(state, reading)) {
        const Provenance& p = prediction->provenance;
        const QString weights = QString::fromStdString(p.weightsSha256).left(8);
        return QStringList{tr("Model %1 (%2)").arg(QString::fromStdString(p.modelId), weights),
                           QString::fromStdString(p.device), tr("%1 s").arg(p.seconds, 0, 'f', 1),
                           tr("Heat: %1").arg(translated(explanationName(p.explanation)))}
            .join('\n');
    }
    const SecondReader& reader = select::answersTo(state, reading);
    if (reader.status != Status::Running || reader.modelId.empty()) return {};
    return QStringList{tr("Model %1").arg(QString::fromStdString(reader.modelId)),
                       QString::fromStdString(reader.device)}
        .join('\n');
}

} // namespace hemo::ui
