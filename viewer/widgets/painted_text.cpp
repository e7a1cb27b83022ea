#include "viewer/widgets/painted_text.h"

#include "viewer/widgets/palette.h"

#include <QApplication>
#include <QFont>
#include <QPainter>
#include <QPixmapCache>
#include <QThread>

#include <cmath>

namespace hemo::ui {
namespace {

constexpr int kRim = 2; // logical pixels: over bone a thinner one does not hold light letters together

/// A text as it lies within the part of a surface that it takes.
struct Lettering {
    QString text;
    QFont font;
    QColor colour;
    QRectF place; ///< from the upper left corner of `size`
    QSizeF size;
    int flags;
    double pixelRatio;
};

QImage nothing(const Lettering& l) {
    QImage picture((l.size * l.pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(l.pixelRatio);
    picture.fill(Qt::transparent);
    return picture;
}

QImage written(const Lettering& l, QColor colour) {
    QImage picture = nothing(l);
    QPainter painter(&picture);
    painter.setFont(l.font);
    painter.setPen(colour);
    painter.drawText(l.place, l.flags, l.text);
    return picture;
}

/// The text with its rim, on nothing.
QImage rimmed(const Lettering& l) {
    // Laid aside rather than stroked as a path: the letters keep their hinting. Written once: two dozen times
    // took most of a view's first picture.
    const QImage dark = written(l, palette::kTextOutline);
    QImage picture = nothing(l);
    QPainter painter(&picture);
    for (int y = -kRim; y <= kRim; ++y)
        for (int x = -kRim; x <= kRim; ++x)
            if (std::hypot(x, y) < kRim + 0.5) painter.drawImage(QPointF(x, y), dark);
    painter.drawImage(QPointF(), written(l, l.colour));
    return picture;
}

QString keyOf(const Lettering& l) {
    return QStringLiteral("rimmed %1 %2 %3 %4 %5 %6 %7 %8 %9")
        .arg(l.font.key())
        .arg(l.colour.rgba())
        .arg(l.pixelRatio)
        .arg(l.flags)
        .arg(l.place.x())
        .arg(l.place.y())
        .arg(l.place.width())
        .arg(l.place.height())
        .arg(l.text);
}

/// Most texts stay as they are while slices are turned: what is drawn two dozen times is kept.
QPixmap keptRimmed(const Lettering& lettering) {
    const QString key = keyOf(lettering);
    QPixmap picture;
    if (QPixmapCache::find(key, &picture)) return picture;
    picture = QPixmap::fromImage(rimmed(lettering));
    QPixmapCache::insert(key, picture);
    return picture;
}

/// Qt keeps pixmaps for the GUI thread alone; exported pictures are painted on others.
bool isGuiThread() {
    return QThread::currentThread() == QCoreApplication::instance()->thread();
}

} // namespace

QRectF drawOutlinedText(QPainter& painter, const QRectF& rect, int flags, const QString& text,
                        QColor colour) {
    if (text.isEmpty()) return {};
    const double ratio = painter.device()->devicePixelRatioF();
    const QRectF bounds = painter.boundingRect(rect, flags, text).adjusted(-kRim, -kRim, kRim, kRim);
    // On whole pixels of the screen, so that it is laid there without being smeared.
    const QPointF corner(std::floor(bounds.left() * ratio) / ratio, std::floor(bounds.top() * ratio) / ratio);
    const QSizeF size(std::ceil(bounds.width()) + 1, std::ceil(bounds.height()) + 1);
    const Lettering lettering{text, painter.font(), colour, rect.translated(-corner), size, flags, ratio};
    if (isGuiThread())
        painter.drawPixmap(corner, keptRimmed(lettering));
    else
        painter.drawImage(corner, rimmed(lettering));
    return bounds;
}

QFont imageFont(double points, int weight) {
    QFont font = QApplication::font();
    font.setPointSizeF(points);
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

} // namespace hemo::ui
