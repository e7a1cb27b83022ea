#pragma once

#include "core/geometry/grid.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo {

/// How thick the layer is that a picture shows of a scan: the planes within it are taken together, pixel by
/// pixel.
struct Slab {
    enum class Kind {
        Mean,    ///< as a scanner's thicker slice
        Maximum, ///< MIP: vessels, calcifications, bone
        Minimum, ///< MinIP: air
    };
    Kind kind = Kind::Mean;
    double thicknessMm = 0; ///< 0: one plane; at most kMostSlabMm
    bool operator==(const Slab&) const = default;
};
inline constexpr double kMostSlabMm = 50;

/// Where the acquired slices of a slab round slice k lie, mm along the grid's normal from it: those whose
/// middles are nearer than half the thickness, itself included.
std::vector<double> slabOverSlices(const Slab& slab, const Grid& grid, int k);

/// Where the planes of a slab lie through a volume whose slices are not shown themselves: not farther apart
/// than its voxels are, evenly to both sides, mm along any direction.
std::vector<double> slabOverVoxels(const Slab& slab, const Grid& grid);

/// Takes pictures of HU together. What is outside the scan adds nothing; where all is outside, so is the
/// result.
class SlabValues {
public:
    SlabValues(Slab::Kind kind, std::size_t pixels);
    /// As many values as there are pixels.
    void add(std::span<const std::int16_t> hu);
    /// Means are rounded to whole HU.
    std::vector<std::int16_t> result() const;

private:
    Slab::Kind m_kind;
    std::vector<std::int32_t> m_values; ///< the sum, or the extreme
    std::vector<std::int32_t> m_counts;
};

} // namespace hemo
