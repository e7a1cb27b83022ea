#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

class QFont;
class QPainter;

namespace hemo::ui {

/// Text on an image: in `colour` with a dark rim two pixels wide, so that it reads on bone and on air.
/// `flags` as QPainter::drawText takes them. Returns what letters and rim take of the picture.
QRectF drawOutlinedText(QPainter& painter, const QRectF& rect, int flags, const QString& text, QColor colour);

/// The font of an image's text, at that many points.
QFont imageFont(double points, int weight);

} // namespace hemo::ui
