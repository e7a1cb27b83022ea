#include "viewer/widgets/roi_cache.h"

#include <algorithm>

namespace hemo::ui {

std::optional<RoiValues> RoiCache::valuesOf(const Mark& mark, const ShownPlane& plane) {
    constexpr std::size_t kMost = 64;
    if (!isRegion(mark.shape)) return std::nullopt;
    const auto it = std::ranges::find_if(
        m_entries, [&](const Entry& entry) { return entry.mark == mark && entry.plane == plane; });
    if (it != m_entries.end()) return it->values;
    // What a region looked like before it was changed is not asked for again.
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.mark.id == mark.id; });
    if (m_entries.size() == kMost) m_entries.erase(m_entries.begin());
    return m_entries.emplace_back(Entry{mark, plane, roiValues(mark, plane)}).values;
}

} // namespace hemo::ui
