#include "viewer/widgets/mark_painting.h"

#include "core/marks/handles.h"
#include "core/marks/strokes.h"
#include "viewer/widgets/label_layout.h"
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

double distanceTo(const QLineF& line, QPointF at) {
    const QPointF way = line.p2() - line.p1(), from = at - line.p1();
    const double size = QPointF::dotProduct(way, way);
    const double part = size > 0 ? std::clamp(QPointF::dotProduct(from, way) / size, 0.0, 1.0) : 0;
    return QLineF(at, line.p1() + way * part).length();
}

QStringList wordsOf(const Mark& mark, const SliceScene& scene, RoiCache& values) {
    if (mark.shape == Mark::Shape::KeyImage) return {}; // said in the picture's corner
    QStringList lines;
    if (!mark.text.empty()) lines << QString::fromStdString(mark.text);
    return lines << measuredText(mark, values.valuesOf(mark, shownPlane(scene)), scene.lengths);
}

QSizeF sizeOf(const QStringList& words, const QFontMetricsF& metrics) {
    double width = 0;
    for (const QString& line : words)
        width = std::max(width, std::ceil(metrics.horizontalAdvance(line)) + 2);
    return {width, metrics.height() * double(words.size())};
}

/// On the right of a mark, or on its left where there is no room.
QRectF besideMark(const QRectF& extent, QSizeF size, const QRectF& area) {
    QRectF label(QPointF(extent.right() + kLabelGap, extent.center().y() - size.height() / 2), size);
    if (label.right() > area.right()) label.moveRight(extent.left() - kLabelGap);
    label.moveLeft(std::clamp(label.left(), area.left(), std::max(area.left(), area.right() - size.width())));
    return label;
}

void drawWords(QPainter& painter, const QStringList& lines, const QRectF& label) {
    QRectF line(label.topLeft(), QSizeF(label.width(), painter.fontMetrics().height()));
    for (const QString& text : lines) {
        drawOutlinedText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, text, palette::kAccent);
        line.translate(0, line.height());
    }
}

/// Dotted, so that nobody takes it for something measured.
void drawLeader(QPainter& painter, const QLineF& leader) {
    painter.setPen(QPen(palette::kTextOutline, 2.5));
    painter.drawLine(leader);
    painter.setPen(QPen(palette::kAccent, 1, Qt::DotLine));
    painter.drawLine(leader);
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
    return besideMark(extentOf(linesOf(mark, scene, frame)), sizeOf(lines, metrics), frame.area);
}

std::vector<std::vector<QLineF>> drawMarks(QPainter& painter, const SliceScene& scene,
                                           const AnnotationFrame& frame) {
    if (scene.marks.empty()) return {};
    painter.save();
    painter.setClipRect(frame.area);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<std::vector<QLineF>> drawn;
    for (const Mark& mark : scene.marks) {
        drawn.push_back(linesOf(mark, scene, frame));
        drawLines(painter, drawn.back());
        if (mark.id == scene.chosenMark) drawHandles(painter, mark, frame);
    }
    painter.restore();
    return drawn;
}

std::vector<QRectF> drawMarkWords(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                                  std::vector<std::vector<QLineF>> drawn, std::span<const QRectF> taken,
                                  RoiCache& values) {
    if (drawn.empty()) return {};
    painter.save();
    painter.setClipRect(frame.area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(imageFont(10, QFont::Normal));
    const QFontMetricsF metrics(painter.font());
    std::vector<QStringList> words;
    std::vector<Label> labels;
    for (std::size_t n = 0; n < drawn.size(); ++n) {
        const Mark& mark = scene.marks[n];
        words.push_back(wordsOf(mark, scene, values));
        const QRectF wish = besideMark(extentOf(drawn[n]), sizeOf(words.back(), metrics), frame.area);
        labels.push_back({wish, std::move(drawn[n]), mark.blood || isRegion(mark.shape),
                          scene.draft && scene.draft->id == mark.id});
    }
    const std::vector<PlacedLabel> placed = layLabels(labels, frame.area, taken);
    std::vector<QRectF> places;
    for (const PlacedLabel& label : placed) // no line on words
        if (label.leader) drawLeader(painter, *label.leader);
    for (std::size_t n = 0; n < placed.size(); ++n) {
        drawWords(painter, words[n], placed[n].rect);
        if (!words[n].isEmpty()) places.push_back(placed[n].rect);
    }
    painter.restore();
    return places;
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
