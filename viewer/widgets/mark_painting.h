#pragma once

#include "viewer/widgets/roi_cache.h"
#include "viewer/widgets/slice_annotations.h"

namespace hemo::ui {

/// The marks of a scene as lines on the widget, with handles where one is chosen and each with what it
/// measures, beside it and never on it. Returns where these words stand.
std::vector<QRectF> drawMarks(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                              RoiCache& values);

/// Where the text of a mark stands: on its right, or on its left where there is no room.
QRectF markLabel(const Mark& mark, const QStringList& lines, const SliceScene& scene,
                 const AnnotationFrame& frame);

/// What of a mark the mouse takes hold of.
struct Grip {
    Mark mark;
    std::optional<std::size_t> handle; ///< none: the whole mark
};
/// The handles of the chosen mark lie over its lines, and what was drawn last over what was drawn before.
std::optional<Grip> gripAt(const SliceScene& scene, const AnnotationFrame& frame, QPointF at);

} // namespace hemo::ui
