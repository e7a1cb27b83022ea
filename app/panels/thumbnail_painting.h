#pragma once

#include <QImage>
#include <QPainter>

namespace hemo::ui {

/// A small picture of a series in the middle of its place, on black; black alone where there is none.
void paintThumbnail(QPainter& painter, const QRect& place, const QImage& image);

} // namespace hemo::ui
