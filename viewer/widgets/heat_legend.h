#pragma once

#include "core/image/overlay.h"
#include "core/image/window_level.h"

#include <QRectF>

#include <array>

class QPainter;

namespace hemo::ui {

/// The greys of what heat lies over, in a picture with that window: brain, blood and bone.
using UnderHeat = std::array<Rgba, 3>;
UnderHeat underHeat(WindowLevel window, bool isInverted);

/// The heat map's colours, with what they stand for in words, at the bottom of `space`. In three columns, as
/// they come out over each of `under`: heat lets the picture through, so that over blood it is paler than
/// over brain, and over bone paler still. Returns what it takes of the picture; nothing where there is no
/// room.
QRectF drawHeatLegend(QPainter& painter, const QRectF& space, const OverlayStyle& style, HeatUnit unit,
                      const UnderHeat& under);

} // namespace hemo::ui
