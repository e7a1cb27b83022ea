#include "viewer/widgets/turn_hand.h"

#include "viewer/widgets/palette.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr double kReach = 9, kRadius = 4.5;
/// Clear of the letters at the edges; and a hand that turns close to the middle turns by jerks.
constexpr double kFromEdge = 40, kFromMiddle = 40;

QPointF middleOf(const PatientPoint& crosshair, const AnnotationFrame& frame) {
    return frame.toWidget(frame.plane.toPicture(crosshair));
}

/// How far along `unit` from `from` the inner part of the view goes; negative where `from` is outside of it.
double wayInside(QPointF from, QPointF unit, const QRectF& inside) {
    if (!inside.contains(from)) return -1;
    const auto toEdge = [](double at, double step, double low, double high) {
        if (std::abs(step) < 1e-9) return 1e9;
        return ((step > 0 ? high : low) - at) / step;
    };
    return std::min(toEdge(from.x(), unit.x(), inside.left(), inside.right()),
                    toEdge(from.y(), unit.y(), inside.top(), inside.bottom()));
}

double angleOf(QPointF at, QPointF middle) {
    return std::atan2(at.y() - middle.y(), at.x() - middle.x());
}

std::optional<QPointF> handleAt(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    for (const QPointF handle : turnHandles(scene, frame))
        if (QLineF(handle, at).length() <= kReach) return handle;
    return std::nullopt;
}

} // namespace

std::vector<QPointF> turnHandles(const SliceScene& scene, const AnnotationFrame& frame) {
    std::vector<QPointF> handles;
    if (!scene.native || !scene.hasSlice || scene.across.empty()) return handles;
    const QPointF middle = middleOf(scene.crosshair, frame);
    const QRectF inside = frame.area.adjusted(kFromEdge, kFromEdge, -kFromEdge, -kFromEdge);
    for (const QLineF& line : crosshairLines(scene, frame)) {
        const QPointF unit = (line.p2() - line.p1()) / line.length();
        if (const double way = wayInside(middle, unit, inside); way >= kFromMiddle)
            handles.push_back(middle + unit * way);
    }
    return handles;
}

bool isAtTurnHandle(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    return handleAt(scene, frame, at).has_value();
}

void drawTurnHandles(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                     QPointF cursor) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto under = handleAt(scene, frame, cursor);
    for (const QPointF handle : turnHandles(scene, frame)) {
        painter.setPen(QPen(palette::kTextOutline, 3.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(handle, kRadius, kRadius);
        painter.setPen(QPen(palette::kAccent, 1.5));
        if (under == handle) painter.setBrush(palette::kAccent);
        painter.drawEllipse(handle, kRadius, kRadius);
    }
    painter.restore();
}

bool TurnHand::press(const SliceScene& scene, const AnnotationFrame& frame, QPointF at) {
    if (!handleAt(scene, frame, at)) return false;
    m_held = Held{scene.across, scene.native->grid(), scene.crosshair,
                  angleOf(at, middleOf(scene.crosshair, frame))};
    return true;
}

bool TurnHand::move(const AnnotationFrame& frame, QPointF at) {
    if (!m_held) return false;
    const double radians = angleOf(at, middleOf(m_held->crosshair, frame)) - m_held->radians;
    action::TurnPlanes turned;
    for (const PlaneOfView& view : m_held->planes)
        turned.planes.push_back(
            {view.viewport, turnedAbout(view.plane, m_held->grid, frame.plane.normal(), radians)});
    m_dispatch(turned);
    return true;
}

bool TurnHand::release() {
    return std::exchange(m_held, std::nullopt).has_value();
}

} // namespace hemo::ui
