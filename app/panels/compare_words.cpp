#include "app/panels/compare_words.h"

#include "core/study/sides.h"
#include "viewer/widgets/words.h"

#include <QCoreApplication>

#include <cmath>
#include <cstdlib>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Compare", text);
}

/// Below this two tilts are seen as the same plane.
constexpr double kPlanesAlikeDegrees = 3;

bool isOneStudy(const SeriesInfo& a, const SeriesInfo& b) {
    return !a.studyInstanceUid.empty() && a.studyInstanceUid == b.studyInstanceUid;
}

QString counted(int count, const char* one, const char* many) {
    return count == 1 ? tr(one) : tr(many).arg(count);
}

/// As long as a reader would say it: minutes and hours within two days, then days, months, years.
QString durationText(const StudyInterval& interval) {
    const int days = std::abs(interval.days);
    if (interval.minutes) {
        const int minutes = std::abs(*interval.minutes);
        if (minutes < 60)
            return counted(minutes, QT_TRANSLATE_NOOP("Compare", "1 minute"),
                           QT_TRANSLATE_NOOP("Compare", "%1 minutes"));
        if (minutes < 48 * 60)
            return counted(int(std::lround(minutes / 60.0)), QT_TRANSLATE_NOOP("Compare", "1 hour"),
                           QT_TRANSLATE_NOOP("Compare", "%1 hours"));
    }
    if (days < 90)
        return counted(days, QT_TRANSLATE_NOOP("Compare", "1 day"), QT_TRANSLATE_NOOP("Compare", "%1 days"));
    if (days < 730) return tr("%1 months").arg(std::lround(days / 30.44));
    return tr("%1 years").arg(std::floor(days / 365.25));
}

QString axisWord(ViewAxis axis) {
    switch (axis) {
    case ViewAxis::Axial:
        return tr("axial");
    case ViewAxis::Coronal:
        return tr("coronal");
    case ViewAxis::Sagittal:
        return tr("sagittal");
    }
    return {};
}

QString planesText(const AppState& state) {
    const auto degrees = select::planesDiffer(state);
    if (!degrees) return {};
    const ViewAxis beside = nativeAxis(select::shownPrior(state)->grid());
    if (beside != nativeAxis(select::shownVolume(state)->grid()))
        return tr("! Other plane: the series beside is %1").arg(axisWord(beside));
    if (*degrees <= kPlanesAlikeDegrees) return {};
    return tr("! Tilt differs by %1°: the slices match only near the crosshair").arg(*degrees, 0, 'f', 1);
}

Sides knownSides(const AppState& state) {
    const SeriesInfo *current = select::shownSeries(state), *beside = select::priorSeries(state);
    const bool areKnown =
        current && beside && sidesOf(*current) == Sides::Known && sidesOf(*beside) == Sides::Known;
    return areKnown ? Sides::Known : Sides::Unknown;
}

QString unlinkedText(const AppState& state) {
    if (!state.comparison.prior) return {};
    if (state.comparison.isHeldApart)
        return tr("Not linked: scroll both to the same level and press J to link");
    const bool areNamed = !select::priorSeries(state)->frameOfReferenceUid.empty() &&
                          !select::shownSeries(state)->frameOfReferenceUid.empty();
    return areNamed ? tr("Other frame of reference: scroll both to the same level and press J to link")
                    : tr("No common frame of reference: scroll both to the same level and press J to link");
}

/// The time of day, where the date does not tell two studies apart.
QString timeText(const AppState& state, const SeriesInfo& series) {
    const SeriesInfo *current = select::shownSeries(state), *beside = select::priorSeries(state);
    if (!current || !beside || isOneStudy(*current, *beside) || current->studyDate != beside->studyDate)
        return {};
    const QString time = QString::fromStdString(series.studyTime).remove(':').trimmed();
    return time.size() < 4 ? QString() : time.left(2) + ':' + time.mid(2, 2);
}

} // namespace

QString roleText(const SeriesInfo& beside, const SeriesInfo& current) {
    if (isOneStudy(beside, current)) return tr("SAME STUDY");
    const auto interval = earlierBy(beside, current);
    if (interval && interval->isEarlier()) return tr("PRIOR");
    if (interval && interval->isLater()) return tr("LATER");
    return tr("OTHER STUDY");
}

QString intervalText(const SeriesInfo& beside, const SeriesInfo& current) {
    if (isOneStudy(beside, current)) return {};
    const auto interval = earlierBy(beside, current);
    if (!interval) return tr("date unknown");
    if (interval->isEarlier()) return tr("%1 earlier").arg(durationText(*interval));
    if (interval->isLater()) return tr("%1 later").arg(durationText(*interval));
    return interval->minutes ? tr("same time") : tr("same day");
}

QString patientAlert(const SeriesInfo& beside, const SeriesInfo& current) {
    switch (patientMatch(beside, current)) {
    case PatientMatch::Same:
        return {};
    case PatientMatch::Unknown:
        return tr("UNKNOWN PATIENT: the files do not say that both are the same");
    case PatientMatch::Other:
        break;
    }
    const PatientDifference difference = patientDifference(beside, current);
    QStringList what;
    if (difference.isName) what << tr("name");
    if (difference.isId) what << tr("ID");
    if (difference.isBirthDate) what << tr("birth date");
    if (what.size() == 1) return tr("OTHER PATIENT: the %1 differs").arg(what.front());
    const QString last = what.takeLast();
    return tr("OTHER PATIENT: %1 and %2 differ").arg(what.join(", "), last);
}

CompareHeading compareHeading(const AppState& state, ComparedSeries which) {
    const SeriesInfo *current = select::shownSeries(state), *beside = select::priorSeries(state);
    CompareHeading heading;
    const bool isCurrent = which == ComparedSeries::Current;
    const SeriesInfo* series = isCurrent ? current : beside;
    heading.role = isCurrent ? tr("CURRENT") : tr("BESIDE");
    if (current && beside) {
        heading.alert = patientAlert(*beside, *current);
        if (!isCurrent) {
            heading.role = roleText(*beside, *current);
            heading.interval = intervalText(*beside, *current);
        }
    }
    if (series) {
        QStringList parts{dateText(series->studyDate), timeText(state, *series),
                          QString::fromStdString(series->description)};
        parts.removeAll(QString());
        heading.series = parts.join("   ");
    }
    return heading;
}

QStringList linkText(const AppState& state) {
    QStringList lines;
    switch (select::seriesLink(state)) {
    case SeriesLink::SharedFrame:
        lines << tr("Linked by position");
        break;
    case SeriesLink::ByHand:
        lines << tr("Linked by hand, offset %1 (J clears it)")
                     .arg(shiftText(select::linkOffset(state), knownSides(state)));
        break;
    case SeriesLink::None:
        lines << unlinkedText(state);
        break;
    }
    lines << planesText(state);
    lines.removeAll(QString());
    return lines;
}

} // namespace hemo::ui
