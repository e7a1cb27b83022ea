#pragma once

#include "core/marks/roi_values.h"
#include "core/study/sides.h"

#include <QStringList>

namespace hemo::ui {

/// What a mark is called: "Length", "Midline shift".
QString shapeText(Mark::Shape shape);

/// What a mark says of what it measures, a line each: "23.4 mm"; of a region its HU and its area. Where
/// nobody knows how large pixels are, no length or angle is told.
QStringList measuredText(const Mark& mark, const std::optional<RoiValues>& values, Lengths lengths);

/// Name and measure in one line, as lists have it.
QString markText(const Mark& mark, const std::optional<RoiValues>& values, Lengths lengths);

} // namespace hemo::ui
