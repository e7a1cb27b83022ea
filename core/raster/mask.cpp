#include "core/raster/mask.h"

#include <algorithm>

namespace hemo::raster {

std::size_t Mask::count() const {
    return static_cast<std::size_t>(std::count(set.begin(), set.end(), 1));
}

Mask inverted(Mask mask) {
    for (std::uint8_t& s : mask.set)
        s = !s;
    return mask;
}

} // namespace hemo::raster
