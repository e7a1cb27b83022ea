#pragma once

#include <algorithm>

namespace hemo {

/// How dense blood is taken to be where somebody points at it, HU.
struct BloodLimits {
    double leastHu = 50, mostHu = 90;
    bool operator==(const BloodLimits&) const = default;
};

/// Limits that grow something at all: at least 10 HU apart, within 20 and 200 HU.
inline BloodLimits sensible(BloodLimits limits) {
    constexpr double kLeastHu = 20, kMostHu = 200, kLeastApartHu = 10;
    limits.leastHu = std::clamp(limits.leastHu, kLeastHu, kMostHu - kLeastApartHu);
    limits.mostHu = std::clamp(limits.mostHu, limits.leastHu + kLeastApartHu, kMostHu);
    return limits;
}

} // namespace hemo
