#pragma once

#include "core/geometry/grid.h"

#include <memory>
#include <vector>

namespace hemo {

/// What a heat map's numbers are: log-odds of p(any), the same in every slice, or shares of the slice's own
/// largest value, which say where but not how much and must be shown as such.
enum class HeatUnit { LogOdds, Relative };

/// A heat map over a series: one value a coarse pixel, the same slices as the volume it was made from, laid
/// out like Volume. The values are in the HeatUnit of the Explanation that made them: in log-odds, what each
/// place adds to the network's answer, or the odds of blood at the place itself; 0 where there is nothing.
/// Its own grid lays it into patient space.
struct ProbabilityMap {
    Grid grid;
    std::vector<float> values;

    /// Bilinear within the slice nearest to p (evidence is never smeared between slices); 0 outside.
    float valueAt(PatientPoint p) const;
    /// Bilinear in one slice, at most half a coarse pixel beyond its outermost centres.
    float valueIn(int slice, double i, double j) const;
    bool operator==(const ProbabilityMap&) const = default;
};

using ProbabilityMapPtr = std::shared_ptr<const ProbabilityMap>;

/// The grid of a map with `columns` x `rows` coarse pixels that together cover the slices of `grid` exactly.
Grid coarseGrid(const Grid& grid, int columns, int rows);

} // namespace hemo
