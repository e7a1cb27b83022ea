#pragma once

#include "core/geometry/grid.h"

#include <string>

namespace hemo {

/// The three reading planes. Pictures follow radiological convention: the patient's right on the left side of
/// axial and coronal pictures, anterior on the left side of sagittal ones.
enum class ViewAxis { Axial, Coronal, Sagittal };

/// A place in a picture: x to the right, y down, in pixels; whole numbers are pixel centres.
struct PicturePoint {
    double x = 0, y = 0;
    bool operator==(const PicturePoint&) const = default;
};

/// A rectangle of pixels laid into patient space: what a picture shows. Everything that draws on a picture or
/// reads under the cursor goes through it, so that image, heat map, crosshair and letters cannot disagree.
struct PicturePlane {
    PatientPoint topLeft; ///< centre of pixel (0, 0)
    Vec3 right{1, 0, 0};  ///< unit vector, to the right in the picture
    Vec3 down{0, 1, 0};   ///< unit vector, down in the picture
    double mmPerPixel = 1;
    int width = 0, height = 0;

    /// Out of the picture's plane, right x down.
    Vec3 normal() const { return cross(right, down); }
    PatientPoint toPatient(PicturePoint p) const {
        return topLeft + right * (p.x * mmPerPixel) + down * (p.y * mmPerPixel);
    }
    /// Projects along the normal.
    PicturePoint toPicture(PatientPoint p) const {
        const Vec3 v = p - topLeft;
        return {dot(v, right) / mmPerPixel, dot(v, down) / mmPerPixel};
    }
    double distanceMm(PatientPoint p) const { return dot(p - topLeft, normal()); }

    bool operator==(const PicturePlane&) const = default;
};

/// How a view lies in patient space before zoom and pan.
struct ViewFrame {
    Vec3 right, down;
    bool operator==(const ViewFrame&) const = default;
};

/// The axis whose pictures are the acquired slices themselves.
ViewAxis nativeAxis(const Grid& grid);

/// Right and down of the patient's own plane, to radiological convention, LPS.
ViewFrame patientFrame(ViewAxis axis);

/// Right and down of a view. On the native axis these are the slices' own directions, turned and flipped to
/// radiological convention; on the others the patient's axes.
ViewFrame viewFrame(const Grid& grid, ViewAxis axis);

/// Millimetres per pixel at which the whole grid just fits into width x height pixels.
double fitMmPerPixel(const Grid& grid, ViewAxis axis, int width, int height);

/// The picture of a view: through `through` (on the native axis: the slice nearest to it), its centre at the
/// grid's centre moved by panMm (right, down), `fitMmPerPixel / zoom` millimetres per pixel.
PicturePlane viewPlane(const Grid& grid, ViewAxis axis, PatientPoint through, double zoom, double panRightMm,
                       double panDownMm, int width, int height);

/// The acquired slice nearest to `through`, across `frame`, which lies in it.
PicturePlane slicePlane(const Grid& grid, const ViewFrame& frame, PatientPoint through, double zoom,
                        double panRightMm, double panDownMm, int width, int height);

/// The same across any frame: through `through`, centred on the grid.
PicturePlane framedPlane(const Grid& grid, const ViewFrame& frame, PatientPoint through, double zoom,
                         double panRightMm, double panDownMm, int width, int height);

/// The patient direction as letters, strongest first: "L", "PS", ... (DICOM PS3.3 C.7.6.1.1.1: A, P, R, L, H
/// and F; here S and I for head and foot, as radiologists say). Components under 0.2 are left out.
std::string directionLetters(Vec3 direction);
/// One letter only.
char directionLetter(Vec3 direction);

} // namespace hemo
