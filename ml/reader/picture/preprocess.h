#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/image/volume.h"
#include "core/study/sides.h"
#include "ml/reader/picture/resample_plane.h"

#include <vector>

namespace hemo::ml {

/// What the training pictures look like, and so what a scan is brought to: whole heads in a field of view of
/// about 230 mm (0.45 mm pixels at 512), 5 mm slices, the patient's right on the left of the picture,
/// anterior at the top.
inline constexpr double kTrainingFieldMm = 230;
inline constexpr double kTrainingSliceMm = 5;

/// The square that the network sees of each slice, centred on the head, in the slices' own pixels. It is the
/// same for all slices: a tilted stack is seen slice by slice as it was acquired.
struct Crop {
    bool isTransposed = false; ///< the picture's right runs along the rows' index instead of the columns'
    AxisMap right, down;       ///< network pixel to slice pixel, along the picture's axes
    double fieldMm = kTrainingFieldMm;
    /// Of the slices' columns and rows those within a bright frame, which a picture of a picture may have.
    struct Part {
        int first = 0, end = 0;
        bool operator==(const Part&) const = default;
    } columns, rows;
    bool operator==(const Crop&) const = default;
};

/// Where the head lies and how large the square is: `kTrainingFieldMm` by the scan's own pixel spacing. Where
/// nobody named one, or it cannot be true, because the head would be smaller than an infant's or larger than
/// any, the square is laid round the head as in the training pictures.
Crop cropOf(const Volume& volume, int inputSize, Lengths lengths = Lengths::Known);

/// Size of a slice's pixel along its columns; where nobody named one, that of a picture as wide as usual.
double pixelMmOf(const Grid& grid, Lengths lengths);

/// One channel: slice k in one of the model's windows, 0..1, resampled to the crop. Slices much thinner than
/// 5 mm are averaged over 5 mm first, which brings their noise down to what the network has learned from.
/// Outside the scan, and where a frame is, is air.
Plane networkPlane(const Volume& volume, int k, const Crop& crop, const ModelInfo& info,
                   std::size_t window = 0);

/// A plane as large as a slice, resampled to the crop, `size` pixels a side.
Plane laidOnCrop(Plane slice, const Crop& crop, int size, float outside);

/// Size of a scan's coarse heat grid: pixels of about half the network's own, so that nothing is lost.
struct HeatSize {
    int columns = 0, rows = 0;
    bool operator==(const HeatSize&) const = default;
};
HeatSize heatSize(const Grid& grid, const Crop& crop, int inputSize, int heatPixels);

/// Lays a heat map of the network's square (any number of pixels a side) back onto the scan's own grid, in
/// the order that `coarseGrid` expects; 0 outside the square.
std::vector<float> heatOnGrid(const Plane& heat, const Crop& crop, int inputSize, const Grid& grid,
                              HeatSize size);

} // namespace hemo::ml
