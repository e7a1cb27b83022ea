#pragma once

#include "core/image/shown_hu.h"
#include "core/marks/mark.h"

namespace hemo {

/// What the pixels of a region hold.
struct RoiValues {
    std::size_t pixels = 0;
    double meanHu = 0;
    double sdHu = 0; ///< of these pixels: the root of the mean squared difference from their mean
    int leastHu = 0, mostHu = 0;
    bool operator==(const RoiValues&) const = default;
};

/// How the plane that a region lies in is shown.
struct ShownPlane {
    VolumePtr native, regular; ///< as `shownHu` takes them
    Slab slab;                 ///< the values are those of the layer that the picture shows
    bool isNative = true;      ///< the pictures are the acquired slices
    bool operator==(const ShownPlane&) const = default;
};

/// Of the pixels whose middles the region encloses. On acquired slices these are the slice's own; on other
/// planes a raster that is as fine as the scan's columns. What was not scanned does not count. None where no
/// pixel is left. Milliseconds for a region of the whole picture.
std::optional<RoiValues> roiValues(const Mark& mark, const ShownPlane& plane);

} // namespace hemo
