#pragma once

#include "core/simulate/shapes.h"

#include <cstdint>

namespace hemo::simulate {

/// Smooth random field in space (gradient noise), about -1..1, features one unit apart. Same seed, same
/// field, on every machine: the standard library's distributions do not promise that.
float smoothNoise(Point3 p, std::uint32_t seed);

/// The `index`-th value of a normal distribution with standard deviation 1 (a sum of four uniform numbers).
float normalNoise(std::uint64_t index, std::uint64_t seed);

} // namespace hemo::simulate
