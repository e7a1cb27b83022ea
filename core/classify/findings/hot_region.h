#pragma once

#include "core/image/probability_map.h"
#include "core/raster/mask.h"

#include <optional>
#include <vector>

namespace hemo {

/// Where the heat of a run of slices lies: hot, and near to hot, because a heat map is coarse.
class HotRegion {
public:
    HotRegion(const ProbabilityMap& heat, int firstSlice, int lastSlice);

    int firstSlice() const { return m_first; }
    int lastSlice() const { return m_first + static_cast<int>(m_hot.size()) - 1; }
    bool isHot(PatientPoint p, int k) const { return isIn(m_hot, p, k); }
    bool isNear(PatientPoint p, int k) const { return isIn(m_near, p, k); }
    /// The middles of all of the heat's pixels that are hot.
    std::vector<PatientPoint> places() const;
    /// The middle of the hottest spot of slice k; none where nothing in it is hot at all.
    std::optional<PatientPoint> middle(int k) const;

private:
    bool isIn(const std::vector<raster::Mask>& masks, PatientPoint p, int k) const;

    const ProbabilityMap& m_heat;
    int m_first;
    std::vector<raster::Mask> m_hot, m_near; ///< one a slice, in the heat's own pixels
};

} // namespace hemo
