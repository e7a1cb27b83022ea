#include "core/classify/verdict/wilson.h"

#include <algorithm>
#include <cmath>

namespace hemo {

Estimate wilson(double hits, double cases) {
    constexpr double z = kNormal95;
    const double share = hits / cases, tail = z * z / cases;
    const double centre = (share + tail / 2) / (1 + tail);
    const double half = z / (1 + tail) * std::sqrt(share * (1 - share) / cases + tail / (4 * cases));
    // Rounding must not put a bound on the wrong side of the share itself.
    return {share, std::clamp(centre - half, 0.0, share), std::clamp(centre + half, share, 1.0)};
}

} // namespace hemo
