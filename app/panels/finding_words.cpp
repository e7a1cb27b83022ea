#include "app/panels/finding_words.h"

#include "core/geometry/reading_plane.h"
#include "core/study/sides.h"
#include "viewer/widgets/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace hemo::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FindingWords", text);
}

QString sideText(FindingSide side) {
    switch (side) {
    case FindingSide::Left:
        return tr("Left");
    case FindingSide::Midline:
        return tr("Midline");
    case FindingSide::Right:
        return tr("Right");
    }
    return {};
}

/// "Left", "Right and left", "Midline, left and right".
QString sidesText(const std::vector<FindingSide>& sides) {
    QString text = sideText(sides.front());
    for (std::size_t n = 1; n < sides.size(); ++n) {
        const QString next = sideText(sides[n]).toLower();
        text = n + 1 == sides.size() ? tr("%1 and %2").arg(text, next) : tr("%1, %2").arg(text, next);
    }
    return text;
}

/// A number and its unit, never parted.
QString withUnit(double value, const QString& unit) {
    constexpr QChar kGap(0x00A0);
    return QString::number(std::lround(value)) + kGap + unit;
}

QString levelText(double mm, Sides sides) {
    if (sides == Sides::Unknown) return tr("at %1").arg(withUnit(mm, tr("mm")));
    return QString(QChar(mm >= 0 ? 'S' : 'I')) + QChar(0x00A0) + withUnit(std::abs(mm), tr("mm"));
}

QString slicesRange(const Finding& finding) {
    if (finding.firstSlice == finding.lastSlice) return tr("Slice %1").arg(finding.firstSlice + 1);
    return tr("Slices %1–%2").arg(finding.firstSlice + 1).arg(finding.lastSlice + 1);
}

/// The kind of the whole finding; nothing where the model names none.
QString kindText(const Finding& finding) {
    if (!finding.p.namesSubtypes) return {};
    return finding.kind ? bleedTypeText(finding.kind->type).toLower() : tr("kind unclear");
}

QString measured(const Estimate& estimate) {
    const auto percent = [](double share) { return QString::number(std::lround(share * 100)); };
    // Word joiners: an interval is never parted.
    return tr("%1\u00A0% (%2\u2060–\u2060%3)")
        .arg(percent(estimate.value), percent(estimate.low), percent(estimate.high));
}

QString joined(const QStringList& parts) {
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString volumeText(const BleedOutline& outline) {
    const bool isSmall = outline.volumeMl < 1;
    const QString volume = withUnit(isSmall ? 1 : outline.volumeMl, tr("mL"));
    if (!outline.isWhole) return isSmall ? tr("volume not known") : tr("over %1").arg(volume);
    return isSmall ? tr("under %1").arg(volume) : tr("about %1").arg(volume);
}

FindingWords findingWords(const Finding& finding, const Reading& reading) {
    const SeriesInfo& series = *reading.series;
    const Sides sides = sidesOf(series);
    QStringList where, what{slicesRange(finding)};
    if (!finding.sides.empty() && sides == Sides::Known) where << sidesText(finding.sides);
    if (series.areLengthsKnown)
        where << levelText(middleOfSlice(reading.volume->grid(), finding.mostTellingSlice).z, sides);
    if (finding.outline) where << volumeText(*finding.outline);
    // What is too dense for blood is no kind of bleed.
    if (finding.overBloodHu)
        what << tr("%1: calcified?").arg(withUnit(*finding.overBloodHu, tr("HU")));
    else if (const QString kind = kindText(finding); !kind.isEmpty())
        what << kind;
    if (where.isEmpty()) return {joined(what), {}};
    return {joined(where), joined(what)};
}

QString worthText(const OperatingPoint& point) {
    if (point.sensitivity && point.specificity)
        return tr("In cross-validation this rule found %1 of patients with hemorrhage and raised no "
                  "suspicion in "
                  "%2 of those without.")
            .arg(measured(*point.sensitivity), measured(*point.specificity));
    if (point.sensitivity)
        return tr("In cross-validation this rule found %1 of patients with hemorrhage.")
            .arg(measured(*point.sensitivity));
    if (point.specificity)
        return tr("In cross-validation this rule raised no suspicion in %1 of patients without hemorrhage.")
            .arg(measured(*point.specificity));
    return {};
}

QString operatingPointText(const std::string& name) {
    if (name == "balanced") return tr("Balanced");
    if (name == "screening") return tr("Screening");
    return QString::fromStdString(name);
}

} // namespace hemo::ui
