#include "app/panels/compare_words.h"

#include "core/geometry/slice_level.h"
#include "core/study/sides.h"
#include "viewer/widgets/key_text.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <cmath>
#include <cstdlib>

namespace hemo::ui {
namespace {

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
            return counted(minutes, QT_TRANSLATE_NOOP("hemo::ui", "1 minute"),
                           QT_TRANSLATE_NOOP("hemo::ui", "%1 minutes"));
        if (minutes < 48 * 60)
            return counted(int(std::lround(minutes / 60.0)), QT_TRANSLATE_NOOP("hemo::ui", "1 hour"),
                           QT_TRANSLATE_NOOP("hemo::ui", "%1 hours"));
    }
    if (days < 90)
        return counted(days, QT_TRANSLATE_NOOP("hemo::ui", "1 day"),
                       QT_TRANSLATE_NOOP("hemo::ui", "%1 days"));
    if (days < 730) return tr("%1 months").arg(std::lround(days / 30.44));
    return tr("%1 years").arg(std::floor(days / 365.25));
}

QString planesText(const Reading& lead, const Reading& beside) {
    if (!isWhole(beside) || !shownVolume(lead)) return {};
    const Grid &grid = shownVolume(lead)->grid(), &other = beside.volume->grid();
    if (nativeAxis(other) != nativeAxis(grid))
        return tr("! Other plane: the series beside is %1").arg(axisText(nativeAxis(other)));
    const double degrees = planesDifferDegrees(grid, other);
    if (degrees <= kPlanesAlikeDegrees) return {};
    return tr("! Tilt differs by %1°: the slices match only near the crosshair").arg(numberText(degrees, 1));
}

Sides knownSides(const Reading& lead, const Reading& beside) {
    const bool areKnown = sidesOf(*lead.series) == Sides::Known && sidesOf(*beside.series) == Sides::Known;
    return areKnown ? Sides::Known : Sides::Unknown;
}

/// How to link by hand.
QString linkHint(const AppState& state) {
    const QString key = keyText(state, "link");
    return key.isEmpty() ? tr("scroll both to the same level and link them")
                         : tr("scroll both to the same level and press %1 to link").arg(key);
}

QString unlinkedText(const AppState& state, const Reading& lead, const Reading& beside) {
    if (!isWhole(beside)) return {};
    const Registration& registration = beside.registration;
    if (registration.onto == lead.id && registration.job.isRunning)
        return tr("Finding how the two heads lie upon each other");
    if (registration.onto == lead.id && registration.isDone && !fits(registration))
        return tr("The two heads do not fit upon each other (likeness %1): %2")
            .arg(numberText(registration.likeness, 2))
            .arg(linkHint(state));
    if (select::areHeldApart(state, lead, beside)) return tr("Not linked: %1").arg(linkHint(state));
    const bool areNamed =
        !lead.series->frameOfReferenceUid.empty() && !beside.series->frameOfReferenceUid.empty();
    return areNamed ? tr("Other frame of reference: %1").arg(linkHint(state))
                    : tr("No common frame of reference: %1").arg(linkHint(state));
}

QStringList linkText(const AppState& state, const Reading& lead, const Reading& beside) {
    QStringList lines;
    const select::Linked link = select::linkBetween(state, lead, beside);
    const QString offset = shiftText(link.toB.shiftMm, knownSides(lead, beside));
    switch (link.kind) {
    case LinkKind::SharedFrame:
        lines << tr("Linked by position");
        break;
    case LinkKind::ByHand:
        lines << tr("Linked by hand, offset %1 (J clears it)").arg(offset);
        break;
    case LinkKind::Registered:
        lines << tr("Linked by the pictures themselves, likeness %1 (J clears it, then links by hand)")
                     .arg(numberText(beside.registration.likeness, 2));
        break;
    case LinkKind::None:
        lines << unlinkedText(state, lead, beside);
        break;
    }
    lines << planesText(lead, beside);
    lines.removeAll(QString());
    return lines;
}

/// The time of day, where the date does not tell two studies apart.
QString timeText(const SeriesInfo& current, const SeriesInfo& beside, const SeriesInfo& series) {
    if (isOneStudy(current, beside) || current.studyDate != beside.studyDate) return {};
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

CompareHeading compareHeading(const AppState& state, ViewportId viewport) {
    const bool isLead = viewport == kLead;
    const auto besideAt = isLead ? select::besideViewport(state) : std::optional(viewport);
    const Reading *lead = select::wantedIn(state, kLead),
                  *beside = besideAt ? select::wantedIn(state, *besideAt) : nullptr;
    CompareHeading heading;
    heading.role = isLead ? tr("CURRENT") : tr("BESIDE");
    if (lead && beside) {
        heading.alert = patientAlert(*beside->series, *lead->series);
        if (!isLead) {
            heading.role = roleText(*beside->series, *lead->series);
            heading.interval = intervalText(*beside->series, *lead->series);
        }
    }
    if (const Reading* own = isLead ? lead : beside) {
        const SeriesInfo& series = *own->series;
        QStringList parts{dateText(series.studyDate),
                          lead && beside ? timeText(*lead->series, *beside->series, series) : QString(),
                          QString::fromStdString(series.description)};
        parts.removeAll(QString());
        heading.series = parts.join("   ");
    }
    return heading;
}

QStringList linkText(const AppState& state) {
    const Reading* lead = select::shownIn(state, kLead);
    QStringList lines;
    if (!lead) return lines;
    const auto count = state.screen.viewports.size();
    for (std::size_t n = 1; n < count; ++n) {
        const Reading* beside = select::shownIn(state, ViewportId{static_cast<int>(n)});
        if (!beside || beside->id == lead->id) continue;
        const QStringList own = linkText(state, *lead, *beside);
        if (count == 2)
            lines << own;
        else if (!own.isEmpty())
            lines << tr("%1: %2").arg(n + 1).arg(own.join(". "));
    }
    return lines;
}

} // namespace hemo::ui
