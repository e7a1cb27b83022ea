#include "viewer/widgets/mark_painting.h"

#include "core/marks/handles.h"
#include "core/marks/strokes.h"
#include "viewer/widgets/mark_words.h"
#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kHandleSize = 7, kHandleReach = 8, kLineReach = 5;
constexpr double kLabelGap = 10;

QPointF onWidget(const AnnotationFrame& frame, PatientPoint place) {
    return frame.toWidget(frame.plane.toPicture(place));
}

/// Of a volume its rim in the plane that is shown.
std::vector<QLineF> linesOf(const Mark& mark, const SliceScene& scene, const AnnotationFrame& frame) {
    if (mark.blood) return rimInPicture(mark.blood->voxels, scene, frame);
    std::vector<QLineF> lines;
    for (const Stroke& stroke : strokesOf(mark))
        lines.emplace_back(onWidget(frame, stroke.from), onWidget(frame, stroke.to));
    if (mark.shape == Mark::Shape::Arrow && !lines.empty()) { // its head
        constexpr double kHead = 12, kSpread = 25;
        QLineF barb(lines.front());
        for (const double turn : {-kSpread, kSpread}) {
            QLineF side = barb;
            side.setLength(std::min(kHead, barb.length()));
            side.setAngle(barb.angle() + turn);
            lines.push_back(side);
        }
    }
    return lines;
}

/// The box around all of the mark's lines.
QRectF extentOf(const Mark& mark, const SliceScene& scene, const AnnotationFrame& frame) {
    QRectF box;
    for (const QLineF& line : linesOf(mark, scene, frame))
        box = box.isNull() ? QRectF(line.p1(), line.p2()).normalized()
                           : box.united(QRectF(line.p1(), line.p2()).normalized());
    return box;
}

double distanceTo(const QLineF& line, QPointF at) {
    const QPointF way = line.p2() - line.p1(), from = at - line.p1();
    const double size = QPointF::dotProduct(way, way);
    const double part = size > 0 ? std::clamp(QPointF::dotProduct(from, way) / size, 0.0, 1.0) : 0;
    return QLineF(at, line.p1() + way * part).length();
}

QStringList labelLines(const Mark& mark, const SliceScene& scene, RoiCache& values) {
    QStringList lines;
    if (!mark.text.empty()) lines << QString::fromStdString(mark.text);
    return lines << measuredText(mark, values.valuesOf(mark, shownPlane(scene)), scene.lengths);
}

void drawLabel(QPainter& painter, const QStringList& lines, const QRectF& label) {
    QRectF line(label.topLeft(), QSizeF(label.width(), painter.fontMetrics().height()));
    for (const QString& text : lines) {
        drawOutlinedText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, text, palette::kAccent);
        line.translate(0, line.height());
    }
}

/// Below the labels that it would lie on.
QRectF besideOthers(QRectF label, const std::vector<QRectF>& taken) {
    for (std::size_t tries = 0; tries <= taken.size(); ++tries)
        for (const QRectF& other : taken)
            if (label.intersects(other)) label.moveTop(other.bottom() + 1);
    return label;
}

void drawHandles(QPainter& painter, const Mark& mark, const AnnotationFrame& frame) {
    painter.setPen(QPen(palette::kTextOutline, 1));
    painter.setBrush(palette::kAccent);
    for (const PatientPoint place : handlesOf(mark)) {
        QRectF handle(0, 0, kHandleSize, kHandleSize);
        handle.moveCenter(onWidget(frame, place));
        painter.drawRect(handle);
    }
    painter.setBrush(Qt::NoBrush);
}

void drawLines(QPainter& painter, const std::vector<QLineF>& lines) {
    const auto count = static_cast<int>(lines.size());
    painter.setPen(QPen(palette::kTextOutline, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines.data(), count);
    painter.setPen(QPen(palette::kAccent, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(lines.data(), count);
}

} // namespace

QRectF markLabel(const Mark& mark, const QStringList& lines, const SliceScene& scene,
                 const AnnotationFrame& frame) {
    const QFontMetricsF metrics(imageFont(10, QFont::Normal));
    double width = 0;
    for (const QString& line : lines)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(line)) + 2);
    const QRectF extent = extentOf(mark, scene, frame);
    QRectF label(extent.right() + kLabelGap, 0, width, metrics.height() * double(lines.size()));
    if (label.right() > frame.area.right()) label.moveRight(extent.left() - kLabelGap);
    label.moveTop(extent.center().y() - label.height() / 2);
    label.moveLeft(
        std::clamp(label.left(), frame.area.left(), std::max(frame.area.left(), frame.area.right() - width)));
    return label;
}

std::vector<QRectF> drawMarks(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                              RoiCache& values) {
    if (scene.marks.empty()) return {};
    painter.save();
    painter.setClipRect(frame.area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(imageFont(10, QFont::Normal));
    for (const Mark& mark : scene.marks) {
        drawLines(painter, linesOf(mark, scene, frame));
        if (mark.id == scene.chosenMark) drawHandles(painter, mark, frame);
    }
    std::vector<QRectF> taken;
    for (const Mark& mark : scene.marks) {
        if (mark.shape == Mark::Shape::KeyImage) continue; // said in the picture's corner
        const QStringList lines = labelLines(mark, scene, values);
        taken.push_back(besideOthers(markLabel(mark, lines, scene, frame), taken));
        drawLabel(painter, lines, taken.back());
    }
    painter.restore();
    return taken;
}

std::optional<Grip> gripAt(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    for (const Mark& mark : scene.marks) {
        if (mark.id != scene.chosenMark) continue;
        const std::vector<PatientPoint> handles = handlesOf(mark);
        for (std::size_t n = 0; n < handles.size(); ++n)
            if (QLineF(onWidget(frame, handles[n]), at).length() <= kHandleReach) return Grip{mark, n};
    }
    for (auto mark = scene.marks.rbegin(); mark != scene.marks.rend(); ++mark) {
        const std::vector<QLineF> lines = linesOf(*mark, scene, frame);
        if (std::ranges::any_of(lines,
                                [&](const QLineF& line) { return distanceTo(line, at) <= kLineReach; }))
            return Grip{*mark, std::nullopt};
    }
    return std::nullopt;
}

} // namespace hemo::ui
