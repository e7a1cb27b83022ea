#include "app/panels/thumbnail_painting.h"

#include "viewer/widgets/palette.h"

namespace hemo::ui {

void paintThumbnail(QPainter& painter, const QRect& place, const QImage& image) {
    painter.fillRect(place, palette::kImageBackground);
    if (image.isNull()) return;
    const QSize size = image.size().scaled(place.size(), Qt::KeepAspectRatio);
    QRect rect({}, size);
    rect.moveCenter(place.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, image);
}

} // namespace hemo::ui
