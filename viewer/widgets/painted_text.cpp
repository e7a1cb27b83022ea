#include "viewer/widgets/painted_text.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFont>
#include <QPainter>

namespace hemo::ui {

void drawOutlinedText(QPainter& painter, const QRectF& rect, int flags, const QString& text, QColor colour) {
    if (text.isEmpty()) return;
    // Drawn eight times a pixel aside rather than as a stroked path: the letters keep their hinting.
    painter.setPen(palette::kTextOutline);
    for (const int dx : {-1, 0, 1})
        for (const int dy : {-1, 0, 1})
            if (dx != 0 || dy != 0) painter.drawText(rect.translated(dx, dy), flags, text);
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
