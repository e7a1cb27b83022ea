#pragma once

#include <random>

namespace hemo::ml {

using Random = std::mt19937;

/// Evenly spread from `low` to `high`.
inline double uniform(Random& random, double low, double high) {
    return low + (high - low) * random() / double(Random::max());
}

} // namespace hemo::ml
