#pragma once

#include "core/marks/roi_values.h"

#include <vector>

namespace hemo::ui {

/// The values of the regions that were asked for last: counting a large region's pixels takes milliseconds,
/// and a view is painted many times before a region changes.
class RoiCache {
public:
    /// None for marks that are no region, or hold no pixel.
    std::optional<RoiValues> valuesOf(const Mark& mark, const ShownPlane& plane);

private:
    struct Entry {
        Mark mark;
        ShownPlane plane;
        std::optional<RoiValues> values;
    };
    std::vector<Entry> m_entries; ///< the one that was made first is in front
};

} // namespace hemo::ui
