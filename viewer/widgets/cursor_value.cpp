#include "viewer/widgets/cursor_value.h"

#include "viewer/widgets/painted_text.h"
#include "viewer/widgets/palette.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace hemo::ui {
namespace {

/// Clear of the crosshair cursor's arms; an arrow hangs down and to the right, with its tool's icon.
constexpr double kAside = 14, kAbove = 10, kBelow = 36, kRim = 3;

} // namespace

QRectF cursorValueRect(const CursorValue& value, const QRectF& area) {
    const QFontMetricsF metrics(imageFont(10, QFont::DemiBold));
    QRectF rect(0, 0, std::ceil(metrics.horizontalAdvance(value.text)) + 2 * kRim,
                std::ceil(metrics.height()) + 2 * kRim);
    rect.moveBottomLeft(value.cursor + QPointF(kAside, -kAbove));
    if (rect.right() > area.right()) rect.moveRight(value.cursor.x() - kAside);
    if (rect.top() < area.top()) rect.moveTop(value.cursor.y() + kBelow);
    return rect;
}

void drawCursorValue(QPainter& painter, const CursorValue& value, const QRectF& area) {
    painter.setFont(imageFont(10, QFont::DemiBold));
    drawOutlinedText(painter, cursorValueRect(value, area), Qt::AlignCenter, value.text, palette::kText);
}

} // namespace hemo::ui
