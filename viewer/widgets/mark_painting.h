#pragma once

#include "viewer/widgets/roi_cache.h"
#include "viewer/widgets/slice_annotations.h"

namespace hemo::ui {

/// The marks of a scene as lines on the widget, with handles where one is chosen. Returns the lines of each.
std::vector<std::vector<QLineF>> drawMarks(QPainter& painter, const SliceScene& scene,
                                           const AnnotationFrame& frame);

/// What each mark measures, beside it and never on it, nor on what is `taken` by other words; from where it
/// had to move away a thin line leads to its mark. `drawn`: what drawMarks returned. Returns where the words
/// stand.
std::vector<QRectF> drawMarkWords(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                                  std::vector<std::vector<QLineF>> drawn, std::span<const QRectF> taken,
                                  RoiCache& values);

/// Where the text of a mark wants to stand: on its right, or on its left where there is no room.
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
