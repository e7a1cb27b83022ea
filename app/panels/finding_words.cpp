#include "app/panels/finding_words.h"

#include "core/geometry/reading_plane.h"
#include "core/study/sides.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

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
    if (finding.firstSlice == finding.lastSlice) return tr("slice\u00A0%1").arg(finding.firstSlice + 1);
    // Word joiners: a range is never parted.
    return tr("slices\u00A0%1\u2060–\u2060%2").arg(finding.firstSlice + 1).arg(finding.lastSlice + 1);
}

/// The kind of the whole finding; nothing where the model names none. What is too dense for blood is no kind
/// of bleed.
QString kindText(const Finding& finding) {
    if (finding.overBloodHu) return tr("%1: calcified?").arg(withUnit(*finding.overBloodHu, tr("HU")));
    if (!finding.p.namesSubtypes) return {};
    return finding.kind ? bleedTypeText(finding.kind->type) : tr("kind unclear");
}

Message shapeMessage(BleedShape shape) {
    switch (shape) {
    case BleedShape::Unclear:
        return say("finding.shape_unclear");
    case BleedShape::Crescent:
        return say("finding.crescent");
    case BleedShape::Lens:
        return say("finding.lens");
    case BleedShape::AlongSkull:
        return say("finding.along_skull");
    case BleedShape::InTissue:
        return say("finding.in_tissue");
    case BleedShape::InVentricles:
        return say("finding.in_ventricles");
    }
    return {};
}

/// The figures behind a row, a sentence a line.
QString exactText(const Finding& finding) {
    const auto percent = [](double p) { return whole(p * 100, Unit::Percent); };
    QStringList lines{translated(say("finding.goes_to", finding.mostTellingSlice + 1)),
                      translated(say("finding.largest", percent(finding.p.any())))};
    if (finding.kind) lines << translated(say("finding.kind", percent(finding.kind->p)));
    if (!finding.outline) return lines.join('\n');
    lines << translated(shapeMessage(finding.shape));
    const Number millilitres{finding.outline->volumeMl, Unit::None, 1};
    lines << translated(finding.outline->isWhole ? say("finding.volume", millilitres)
                                                 : say("finding.volume_at_least", millilitres));
    return lines.join('\n');
}

QString joined(QStringList parts) {
    parts.removeAll(QString());
    const QString text = parts.join(QStringLiteral(" · "));
    return text.left(1).toUpper() + text.mid(1);
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
    QStringList where, what{kindText(finding)};
    if (!finding.sides.empty() && sides == Sides::Known) where << sidesText(finding.sides);
    if (finding.outline) where << volumeText(*finding.outline);
    (where.isEmpty() ? where : what) << slicesRange(finding); // some place stands in large letters always
    if (series.areLengthsKnown)
        what << levelText(middleOfSlice(reading.volume->grid(), finding.mostTellingSlice).z, sides);
    FindingWords words;
    words.where = joined(where);
    words.what = joined(what);
    words.exact = exactText(finding);
    return words;
}

QString changeText(const FindingChange& change, const QString& since) {
    const QString by = withUnit(std::max(1.0, change.byMl), tr("mL"));
    switch (change.kind) {
    case FindingChange::Kind::NotSeenBefore:
        return tr("not found on %1").arg(since);
    case FindingChange::Kind::Larger:
        return tr("%1 more than on %2").arg(by, since);
    case FindingChange::Kind::Smaller:
        return tr("%1 less than on %2").arg(by, since);
    case FindingChange::Kind::AboutAsLarge:
        return tr("about as large as on %1").arg(since);
    case FindingChange::Kind::ThereBefore:
        if (change.overMlBefore && *change.overMlBefore >= 1)
            return tr("over %1 on %2").arg(withUnit(*change.overMlBefore, tr("mL")), since);
        return tr("found on %1, too").arg(since);
    case FindingChange::Kind::NotScanned:
        break;
    }
    return {};
}

QString goneText(const FindingChanges& changes, const Findings& earlier, Sides sides, const QString& since) {
    QStringList all;
    for (const std::size_t n : changes.gone) {
        const Finding& finding = earlier[n];
        QStringList parts;
        if (!finding.sides.empty() && sides == Sides::Known) parts << sidesText(finding.sides).toLower();
        parts << (finding.outline ? volumeText(*finding.outline) : tr("no blood measured"));
        all << parts.join(", ");
    }
    return all.isEmpty() ? QString() : tr("No longer found since %1: %2").arg(since, all.join("; "));
}

} // namespace hemo::ui
