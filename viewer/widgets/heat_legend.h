#pragma once

#include "core/image/overlay.h"

#include <QRectF>

class QPainter;

namespace hemo::ui {

/// The heat map's colours as they lie over black, with what they stand for, at the bottom of `space`.
void drawHeatLegend(QPainter& painter, const QRectF& space, const OverlayStyle& style, HeatUnit unit);

} // namespace hemo::ui
