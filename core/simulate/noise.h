#pragma once

#include "core/simulate/shapes.h"

#include <cstdint>
#include <random>

namespace hemo::simulate {

/// Smooth random field in space (gradient noise), about -1..1, features one unit apart. Same seed, same
/// field, on every machine: the standard library's distributions do not promise that.
float smoothNoise(Point3 p, std::uint32_t seed);

/// The `index`-th value of a normal distribution with standard deviation 1 (a sum of four uniform numbers).
float normalNoise(std::uint64_t index, std::uint64_t seed);

/// Even random numbers, the same from a seed on every machine.
class Dice {
public:
    explicit Dice(unsigned seed) : m_random(seed) {}
    float uniform(float low, float high) {
        return low + (high - low) * float(m_random() - m_random.min()) / float(m_random.max());
    }

private:
    std::minstd_rand m_random;
};

} // namespace hemo::simulate
