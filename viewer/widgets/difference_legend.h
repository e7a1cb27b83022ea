#pragma once

#include <QRectF>

class QPainter;

namespace hemo::ui {

/// The scale of a picture that is a difference, in HU, at the lower end of `space`: what is shown brightest
/// for more and for less, and that dark is none. Returns what it takes of the picture;
/// nothing where there is no room for it.
QRectF drawDifferenceLegend(QPainter& painter, const QRectF& space, double reachHu);

} // namespace hemo::ui
