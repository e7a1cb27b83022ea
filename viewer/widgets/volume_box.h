#pragma once

#include "core/geometry/picture_plane.h"
#include "core/image/clip_box.h"

#include <QPointF>
#include <QSizeF>

#include <optional>
#include <vector>

class QPainter;

namespace hemo::ui {

/// What a side of a box is taken hold of by, on a pane that a picture of the volume fills. Pixels.
struct BoxHandle {
    BoxSide side;
    QPointF at;    ///< on the pane, even where the side's middle is not
    QPointF perMm; ///< how far it goes when the side moves outwards by a millimetre
};

/// Those of the sides that are not seen face to face: there the hand has no way to go. All lie below `top`,
/// where buttons end.
std::vector<BoxHandle> boxHandles(const ClipBox& box, const PicturePlane& picture, QSizeF pane, double top);

/// The one that is meant by a press there; none where there is none near.
std::optional<BoxHandle> handleAt(const std::vector<BoxHandle>& handles, QPointF at);

/// How far outwards a side goes with the hand.
double outwardsMm(const BoxHandle& handle, QPointF way);

/// Its edges and handles; `held` is the one under the mouse.
void drawBox(QPainter& painter, const ClipBox& box, const PicturePlane& picture, QSizeF pane,
             const std::vector<BoxHandle>& handles, std::optional<BoxSide> held);

} // namespace hemo::ui
