#include "viewer/widgets/painted_text.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFont>
#include <QPainter>

namespace hemo::ui {

void drawOutlinedText(QPainter& painter, const QRectF& rect, int flags, const QString& text, QColor colour) {
    if (text.isEmpty()) return;
    // Drawn four times aside rather than as a stroked path: the letters keep their hinting, and it is faster.
    painter.setPen(palette::kTextOutline);
    for (const QPointF aside : {QPointF(-1, -1), QPointF(1, -1), QPointF(-1, 1), QPointF(1, 1)})
        painter.drawText(rect.translated(aside), flags, text);
    painter.setPen(colour);
    painter.drawText(rect, flags, text);
}

QFont imageFont(double points, int weight) {
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

} // namespace hemo::ui
