#include "core/anatomy/brain_density.h"

#include <algorithm>
#include <vector>

namespace hemo {

bool hasBrainsDensity(std::span<const std::int16_t> hu, const raster::Mask& inside) {
    constexpr int kBrainFromHu = 18, kBrainToHu = 52;
    std::vector<std::int16_t> values;
    for (std::size_t n = 0; n < inside.set.size(); ++n)
        if (inside.set[n]) values.push_back(hu[n]);
    if (values.empty()) return false;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle >= kBrainFromHu && *middle <= kBrainToHu;
}

} // namespace hemo
