#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <span>

class QPainter;

namespace hemo::ui {

/// The value under the mouse as it stands beside it. Logical pixels.
struct CursorValue {
    QPointF cursor;
    QString text;
    bool operator==(const CursorValue&) const = default;
};

/// Where it stands, its rim included: above and to the right, on the other side where the view ends there or
/// other words (`taken`) stand, and never on what is pointed at nor under the cursor's own picture.
QRectF cursorValueRect(const CursorValue& value, const QRectF& area, std::span<const QRectF> taken = {});

/// Holds every place where it can stand.
QRectF cursorValueReach(const CursorValue& value, const QRectF& area);

void drawCursorValue(QPainter& painter, const CursorValue& value, const QRectF& area,
                     std::span<const QRectF> taken);

} // namespace hemo::ui
