#pragma once

#include "core/anatomy/ellipse.h"
#include "core/raster/mask.h"

#include <optional>
#include <vector>

namespace hemo {

/// A run of directions from the middle of a head in which there is no bone, from one that has some to the
/// next that has, and how far out the skull went on in each: as the other side of the head does, led from one
/// end of the break to the other.
struct BoneBreak {
    static constexpr int kDirections = 360; ///< of a whole turn

    int from = 0;                ///< the first direction; the last may lie beyond a whole turn
    std::vector<double> reaches; ///< of the ellipse's radius

    double last() const { return double(reaches.size() - 1); }
    /// After so many steps from its first direction, in mm from the corner of the picture.
    Point2 at(const Ellipse& ellipse, double step) const;
    double widthMm(const Ellipse& ellipse) const;
};

/// The inner side of a skull in one axial slice, and where it is open.
struct BoneRing {
    Ellipse ellipse; ///< along the bone's inner side, in mm from the corner of the picture
    std::vector<BoneBreak> breaks;
};

/// None where the bone is no ring as large as a head.
std::optional<BoneRing> boneRing(const raster::Mask& bone, raster::PixelMm pixel);

/// The pixel at a place in mm from the corner of the picture; none beside the picture.
std::optional<std::size_t> placeAt(Point2 p, raster::Shape shape, raster::PixelMm pixel);

} // namespace hemo
