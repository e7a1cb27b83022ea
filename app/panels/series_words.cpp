#include "app/panels/series_words.h"

#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QLocale>
#include <QStringList>

namespace hemo::ui {
namespace {

QString text(const std::string& value) {
    return QString::fromStdString(value).simplified();
}

QString joined(QStringList parts, const QString& between) {
    parts.removeAll(QString());
    return parts.join(between);
}

QString imagesText(int count) {
    return count == 1 ? tr("1 image") : tr("%1 images").arg(count);
}

/// What the series is, a line each.
QStringList description(const SeriesInfo& series) {
    QStringList lines{text(series.description), countText(series), kernelText(series)};
    if (!series.bodyPart.empty()) lines << text(series.bodyPart);
    if (series.isLossy) lines << lossyText(series);
    return lines;
}

QStringList remarks(const SeriesInfo& series, const QString& whyBest) {
    QStringList lines;
    if (series.use == SeriesUse::Listed) lines << translated(series.whyListed);
    if (!series.areDirectionsKnown && series.use == SeriesUse::Volume) lines << sidesUnknownText();
    for (const LoadWarning& warning : series.warnings)
        lines << QStringLiteral("! ") + translated(warning.text);
    if (!whyBest.isEmpty()) lines << tr("Opened first: %1").arg(whyBest);
    return lines;
}

} // namespace

QString patientText(const SeriesInfo& series, Names names, int number) {
    QString who = names == Names::Shown ? personText(series.patientName) : QString();
    return who.isEmpty() ? tr("Patient %1").arg(number) : who;
}

QString studyText(const SeriesInfo& series) {
    const QString words = joined({dateText(series.studyDate), text(series.studyDescription)}, "  ");
    return words.isEmpty() ? tr("Study without a date") : words;
}

QString countText(const SeriesInfo& series) {
    if (series.use == SeriesUse::Listed || !series.sliceThicknessMm || series.imageCount < 2)
        return imagesText(series.imageCount);
    return tr("%1 × %2 mm").arg(series.imageCount).arg(QLocale().toString(*series.sliceThicknessMm, 'g', 3));
}

QString kernelText(const SeriesInfo& series) {
    return joined({text(series.kernel), series.contrastAgent.empty() ? QString() : tr("with contrast")},
                  "  ");
}

QString seriesTip(const SeriesInfo& series, const QString& whyBest) {
    QStringList lines = description(series) + remarks(series, whyBest);
    lines.removeAll(QString());
    for (QString& line : lines)
        line = line.toHtmlEscaped();
    // Mark-up, so that long sentences are wrapped.
    return QStringLiteral("<qt>%1</qt>").arg(lines.join("<br>"));
}

QString seriesSpeech(const SeriesInfo& series, const QString& whyBest) {
    return joined(description(series) + remarks(series, whyBest), ", ");
}

QString recentText(const RecentStudy& study, Names names, int number) {
    QString who = names == Names::Shown ? personText(study.patientName) : QString();
    if (who.isEmpty()) return tr("Study %1").arg(number);
    if (study.patientCount < 2) return who;
    return study.patientCount == 2 ? tr("%1 and 1 other").arg(who)
                                   : tr("%1 and %2 others").arg(who).arg(study.patientCount - 1);
}

QString recentCountText(const RecentStudy& study) {
    return study.isThere ? imagesText(study.imageCount) : tr("Not there now");
}

QString recentStudyText(const RecentStudy& study) {
    return joined({dateText(study.studyDate), text(study.description)}, "  ");
}

QString answerText(select::ListMark mark) {
    switch (mark) {
    case select::ListMark::Suspected:
        return tr("Suspected");
    case select::ListMark::BelowRule:
        return tr("Below the rule");
    case select::ListMark::NoneSeen:
        return tr("None seen");
    case select::ListMark::CannotExclude:
        return tr("Cannot exclude");
    case select::ListMark::NotRead:
        return tr("Not read");
    case select::ListMark::Waiting:
        return tr("Waiting");
    case select::ListMark::None:
        break;
    }
    return {};
}

} // namespace hemo::ui
