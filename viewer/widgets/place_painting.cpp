#include "viewer/widgets/place_painting.h"

#include "viewer/widgets/palette.h"

#include <QPainter>

#include <array>

namespace hemo::ui {
namespace {

constexpr double kRadius = 10, kTick = 5;

enum class Ring { Place, Finding };

void drawRing(QPainter& painter, QPointF middle, Ring ring) {
    const std::array ticks{QLineF(middle + QPointF(-kRadius - kTick, 0), middle + QPointF(-kRadius, 0)),
                           QLineF(middle + QPointF(kRadius, 0), middle + QPointF(kRadius + kTick, 0))};
    const QLineF bar(middle + QPointF(-kRadius, -kRadius - 3), middle + QPointF(kRadius, -kRadius - 3));
    for (const QPen& pen : {QPen(palette::kTextOutline, 4), QPen(palette::kAccent, 2)}) {
        painter.setPen(pen);
        painter.drawEllipse(middle, kRadius, kRadius);
        painter.drawLines(ticks.data(), static_cast<int>(ticks.size()));
        if (ring == Ring::Finding) painter.drawLine(bar);
    }
}

void drawDiamond(QPainter& painter, QPointF middle) {
    constexpr double kHalf = 5;
    const QPolygonF diamond{middle + QPointF(0, -kHalf), middle + QPointF(kHalf, 0),
                            middle + QPointF(0, kHalf), middle + QPointF(-kHalf, 0)};
    for (const QPen& pen : {QPen(palette::kTextOutline, 4), QPen(palette::kText, 1.6)}) {
        painter.setPen(pen);
        painter.drawPolygon(diamond);
    }
}

} // namespace

void drawOwnPlaces(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame) {
    if (scene.ownPlaces.empty() && scene.ownFindings.empty() && scene.truth.empty()) return;
    painter.save();
    painter.setClipRect(frame.area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](PatientPoint place) { return frame.toWidget(frame.plane.toPicture(place)); };
    for (const PatientPoint place : scene.truth)
        drawDiamond(painter, at(place));
    for (const PatientPoint place : scene.ownPlaces)
        drawRing(painter, at(place), Ring::Place);
    for (const PatientPoint place : scene.ownFindings)
        drawRing(painter, at(place), Ring::Finding);
    painter.restore();
}

} // namespace hemo::ui
