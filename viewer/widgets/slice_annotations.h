#pragma once

#include "viewer/widgets/slice_scene.h"

#include <QLineF>
#include <QRectF>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

class QPainter;

namespace hemo::ui {

/// The geometry that annotations share: `plane` in device pixels, drawn into `area` (logical pixels) of a
/// widget whose whole surface the plane covers at `pixelRatio`.
struct AnnotationFrame {
    PicturePlane plane;
    double pixelRatio = 1;
    QRectF area;

    double mmPerLogicalPixel() const { return plane.mmPerPixel * pixelRatio; }
    /// Pixel centres of the picture lie half a pixel into the surface.
    QPointF toWidget(PicturePoint p) const { return {(p.x + 0.5) / pixelRatio, (p.y + 0.5) / pixelRatio}; }
    /// In the picture's pixels.
    PicturePoint fromMiddle(QPointF at) const {
        return {at.x() * pixelRatio - (plane.width - 1) / 2.0,
                at.y() * pixelRatio - (plane.height - 1) / 2.0};
    }
    PatientPoint toPatient(QPointF at) const {
        return plane.toPatient({at.x() * pixelRatio, at.y() * pixelRatio});
    }
};

/// The patient's directions at the four edges of the picture.
struct EdgeLetters {
    QString left, right, top, bottom;
};
EdgeLetters edgeLetters(const PicturePlane& plane);

/// Where the planes of the other two views cut this picture, through the crosshair, each in two pieces that
/// leave its middle open. On a tilted stack the slices' line leans in the sagittal picture.
std::vector<QLineF> crosshairLines(const SliceScene& scene, const AnnotationFrame& frame);

/// The rim of voxels where the plane that is shown cuts them, over the widget.
std::vector<QLineF> rimInPicture(std::span<const std::uint32_t> voxels, const SliceScene& scene,
                                 const AnnotationFrame& frame);

/// The rims of the findings' outlines in the plane that is shown; none where no heat is shown.
/// Of findings that the reader believes, or of those that they rejected.
enum class Believed { Yes, No };
std::vector<QLineF> outlineLines(const SliceScene& scene, const AnnotationFrame& frame,
                                 Believed believed = Believed::Yes);

/// Whether any of the heat map is to be seen in the picture: a legend without it would claim that there is.
enum class HeatSeen { No, Yes };

/// Everything that lies over the picture but the marks. Returns where its words and legends stand.
std::vector<QRectF> drawAnnotations(QPainter& painter, const SliceScene& scene, const AnnotationFrame& frame,
                                    HeatSeen heat);

} // namespace hemo::ui
