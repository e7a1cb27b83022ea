#pragma once

#include "core/classify/findings/findings.h"
#include "core/image/volume_style.h"

#include <QLineF>
#include <QSizeF>

#include <span>
#include <vector>

class QPainter;

namespace hemo::ui {

/// A piece of a rim, in the patient.
struct RimPiece {
    PatientPoint from, to;
};

/// The rims of all outlined findings, in slices a few millimetres apart: like the lines of height on a map
/// they show a shape. Milliseconds; ask once for each answer.
std::vector<RimPiece> rimsOf(const Findings& findings, const Grid& grid);

/// As they lie upon a picture of the volume that fills a pane of that size; without what is cut off.
std::vector<QLineF> rimLines(const std::vector<RimPiece>& rims, const PicturePlane& picture, QSizeF pane,
                             std::span<const CutPlane> cuts);

/// Seen through bone and brain alike.
void drawRims(QPainter& painter, const std::vector<QLineF>& lines);

} // namespace hemo::ui
