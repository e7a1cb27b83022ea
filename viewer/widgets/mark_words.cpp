#include "viewer/widgets/mark_words.h"

#include "core/marks/measure.h"
#include "viewer/widgets/tr.h"
#include "viewer/widgets/words.h"

namespace hemo::ui {
namespace {

QString areaText(double mm2) {
    constexpr double kMm2InCm2 = 100;
    return mm2 < kMm2InCm2 ? tr("%1 mm²").arg(mm2, 0, 'f', 0)
                           : tr("%1 cm²").arg(numberText(mm2 / kMm2InCm2, 2));
}

QStringList regionText(const Mark& mark, const std::optional<RoiValues>& values, Lengths lengths) {
    QStringList lines;
    if (values) {
        lines << tr("%1 HU, SD %2").arg(numberText(values->meanHu, 1)).arg(numberText(values->sdHu, 1));
        lines << tr("%1 to %2 HU").arg(values->leastHu).arg(values->mostHu);
    } else {
        lines << tr("No pixel inside");
    }
    if (lengths == Lengths::Known) lines << areaText(areaMm2(mark));
    return lines;
}

/// What the next stroke of a mark of several is for; nothing where the shape says it by itself.
QStringList strokeText(const Mark& draft) {
    if (draft.shape == Mark::Shape::EvansIndex)
        return {draft.points.size() <= 2 ? tr("1 of 2: the frontal horns' width")
                                         : tr("2 of 2: the skull's inner width")};
    if (draft.shape != Mark::Shape::AbcHalf) return {};
    if (draft.points.size() <= 2) return {tr("1 of 3: the longest diameter")};
    if (draft.points.size() <= 4) return {tr("2 of 3: the longest across it")};
    return {tr("3 of 3: click in the first slice with blood,"), tr("then in the last")};
}

} // namespace

QString shapeText(Mark::Shape shape) {
    switch (shape) {
    case Mark::Shape::Length:
        return tr("Length");
    case Mark::Shape::Angle:
        return tr("Angle");
    case Mark::Shape::Ellipse:
        return tr("Ellipse");
    case Mark::Shape::Rectangle:
        return tr("Rectangle");
    case Mark::Shape::Freehand:
        return tr("Region");
    case Mark::Shape::Arrow:
        return tr("Arrow");
    case Mark::Shape::MidlineShift:
        return tr("Midline shift");
    case Mark::Shape::EvansIndex:
        return tr("Evans index");
    case Mark::Shape::AbcHalf:
        return tr("ABC/2");
    case Mark::Shape::KeyImage:
        return tr("Key image");
    case Mark::Shape::Volume:
        return tr("Volume");
    }
    return {};
}

QStringList measuredText(const Mark& mark, const std::optional<RoiValues>& values, Lengths lengths) {
    if (isRegion(mark.shape)) return regionText(mark, values, lengths);
    const bool measuresNothing = mark.shape == Mark::Shape::Arrow || mark.shape == Mark::Shape::KeyImage;
    if (measuresNothing) return {};
    if (mark.points.size() < placesOf(mark.shape)) return strokeText(mark);
    if (lengths == Lengths::Unknown) return {tr("No measure: pixel size unknown")};
    switch (mark.shape) {
    case Mark::Shape::Angle:
        return {tr("%1°").arg(numberText(angleDegrees(mark), 1))};
    case Mark::Shape::MidlineShift:
        return {tr("Shift %1 mm").arg(numberText(lengthMm(mark), 1))};
    case Mark::Shape::EvansIndex:
        return {tr("Evans index %1").arg(numberText(evansIndex(mark), 2))};
    case Mark::Shape::AbcHalf: {
        const auto diameter = [&](std::size_t n) {
            return QString::number(length(mark.points[n + 1] - mark.points[n]), 'f', 0);
        };
        return {tr("ABC/2: %1 mL").arg(numberText(abcHalfMl(mark), 1)),
                tr("%1 x %2 x %3 mm").arg(diameter(0), diameter(2), diameter(4))};
    }
    case Mark::Shape::Volume:
        return {tr("%1 mL").arg(numberText(mark.blood->volumeMl, 1))};
    default:
        return {tr("%1 mm").arg(numberText(lengthMm(mark), 1))};
    }
}

QString markText(const Mark& mark, const std::optional<RoiValues>& values, Lengths lengths) {
    const QString own = QString::fromStdString(mark.text);
    const QStringList measured = measuredText(mark, values, lengths);
    const bool isNamedByMeasure = mark.shape == Mark::Shape::MidlineShift ||
                                  mark.shape == Mark::Shape::EvansIndex || mark.shape == Mark::Shape::AbcHalf;
    if (own.isEmpty() && isNamedByMeasure && !measured.isEmpty()) return measured.front();
    const QString name = own.isEmpty() ? shapeText(mark.shape) : own;
    return measured.isEmpty() ? name : name + ": " + measured.front();
}

} // namespace hemo::ui
