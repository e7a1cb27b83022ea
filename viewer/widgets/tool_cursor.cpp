#include "viewer/widgets/tool_cursor.h"

#include "viewer/widgets/palette.h"

#include <QGuiApplication>
#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <cmath>

namespace hemo::ui {
namespace {

constexpr int kSize = 32, kIcon = 18;

QPixmap blank(int size = kSize) {
    const double ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

void strokeTwice(QPainter& painter, const QPainterPath& path) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawPath(path);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawPath(path);
}

/// An arrow with the tool's icon at its side.
QCursor arrowWith(const QString& icon) {
    QPixmap pixmap = blank();
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath arrow;
    arrow.addPolygon(QPolygonF({{1, 1}, {1, 13}, {4.5, 9.8}, {9.5, 9.5}}));
    arrow.closeSubpath();
    strokeTwice(painter, arrow);
    painter.fillPath(arrow, Qt::white);
    const QRect rect(kSize - kIcon, kSize - kIcon, kIcon, kIcon);
    painter.setBrush(QColor(0, 0, 0, 140));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(rect, 4, 4);
    QIcon(icon).paint(&painter, rect.adjusted(1, 1, -1, -1));
    painter.end();
    return QCursor(pixmap, 1, 1);
}

QCursor cross() {
    QPixmap pixmap = blank();
    QPainter painter(&pixmap);
    QPainterPath path;
    constexpr double kMiddle = 15.5, kReach = 11, kGap = 4;
    for (const double side : {-1.0, 1.0}) {
        path.moveTo(kMiddle + side * kGap, kMiddle);
        path.lineTo(kMiddle + side * kReach, kMiddle);
        path.moveTo(kMiddle, kMiddle + side * kGap);
        path.lineTo(kMiddle, kMiddle + side * kReach);
    }
    strokeTwice(painter, path);
    painter.end();
    return QCursor(pixmap, 15, 15);
}

} // namespace

QCursor brushCursor(double radiusPixels) {
    constexpr double kLeast = 2, kMost = 60; // X servers cut what is larger
    const double radius = std::clamp(radiusPixels, kLeast, kMost);
    const int middle = static_cast<int>(std::ceil(radius)) + 2;
    QPixmap pixmap = blank(2 * middle);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath ring;
    ring.addEllipse(QPointF(middle, middle), radius, radius);
    strokeTwice(painter, ring);
    painter.end();
    return QCursor(pixmap, middle, middle);
}

QCursor toolCursor(Tool tool) {
    switch (tool) {
    case Tool::Window:
        return arrowWith(":/icons/window.svg");
    case Tool::Pan:
        return Qt::OpenHandCursor;
    case Tool::Zoom:
        return arrowWith(":/icons/zoom.svg");
    default: // for a place: the crosshair's, or a mark's
        return cross();
    }
}

} // namespace hemo::ui
