#include "viewer/widgets/painted_text.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFont>
#include <QPainter>
#include <QPixmapCache>

#include <cmath>

namespace hemo::ui {
namespace {

constexpr int kRim = 2; // logical pixels: over bone a thinner one does not hold light letters together

/// The text as it lies in a rectangle of that size, with its rim, on nothing.
QPixmap rimmedText(const QFont& font, const QRectF& bounds, const QRectF& rect, int flags,
                   const QString& text, QColor colour, double pixelRatio) {
    QPixmap picture((bounds.size() * pixelRatio).toSize());
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.setPen(palette::kTextOutline);
    const QRectF place = rect.translated(-bounds.topLeft());
    // Drawn aside rather than as a stroked path: the letters keep their hinting.
    for (int y = -kRim; y <= kRim; ++y)
        for (int x = -kRim; x <= kRim; ++x)
            if (std::hypot(x, y) < kRim + 0.5) painter.drawText(place.translated(x, y), flags, text);
    painter.setPen(colour);
    painter.drawText(place, flags, text);
    return picture;
}

} // namespace

void drawOutlinedText(QPainter& painter, const QRectF& rect, int flags, const QString& text, QColor colour) {
    if (text.isEmpty()) return;
    const double ratio = painter.device()->devicePixelRatioF();
    QRectF bounds = painter.boundingRect(rect, flags, text).adjusted(-kRim, -kRim, kRim, kRim);
    // On whole pixels of the screen, so that what is kept is laid there without being smeared.
    bounds = QRectF(std::floor(bounds.left() * ratio) / ratio, std::floor(bounds.top() * ratio) / ratio,
                    std::ceil(bounds.width()) + 1, std::ceil(bounds.height()) + 1);
    // Most texts stay as they are while slices are turned: they are drawn two dozen times once.
    const QRectF place = rect.translated(-bounds.topLeft());
    const QString key = QStringLiteral("rimmed %1 %2 %3 %4 %5 %6 %7 %8 %9")
                            .arg(painter.font().key())
                            .arg(colour.rgba())
                            .arg(ratio)
                            .arg(flags)
                            .arg(place.x())
                            .arg(place.y())
                            .arg(place.width())
                            .arg(place.height())
                            .arg(text);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = rimmedText(painter.font(), bounds, rect, flags, text, colour, ratio);
        QPixmapCache::insert(key, picture);
    }
    painter.drawPixmap(bounds.topLeft(), picture);
}

QFont imageFont(double points, int weight) {
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

} // namespace hemo::ui
