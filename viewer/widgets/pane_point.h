#pragma once

#include "core/geometry/picture_plane.h"

#include <QPointF>
#include <QSizeF>

namespace hemo::ui {

/// Where a place of the patient is seen on a pane of that size, which a picture fills.
inline QPointF onPane(PatientPoint place, const PicturePlane& picture, QSizeF pane) {
    const PicturePoint p = picture.toPicture(place);
    return {(p.x + 0.5) * pane.width() / picture.width, (p.y + 0.5) * pane.height() / picture.height};
}

} // namespace hemo::ui
