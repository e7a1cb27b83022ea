#pragma once

#include "viewer/widgets/slice_annotations.h"

namespace hemo::ui {

/// The reader's own places as rings, open in the middle so that what is meant stays to be seen; findings that
/// they added have a bar across the top of the ring. Where a case says that blood is, small diamonds.
void drawOwnPlaces(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame);

} // namespace hemo::ui
