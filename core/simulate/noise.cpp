#include "core/simulate/noise.h"

namespace hemo::simulate {
namespace {

std::uint32_t hash(std::int32_t x, std::int32_t y, std::int32_t z, std::uint32_t seed) {
    std::uint32_t h = seed * 0x9E3779B1u;
    h ^= std::uint32_t(x) * 0x85EBCA6Bu;
    h ^= std::uint32_t(y) * 0xC2B2AE35u;
    h ^= std::uint32_t(z) * 0x27D4EB2Fu;
    h ^= h >> 15;
    h *= 0x2C1B3C6Du;
    h ^= h >> 13;
    return h;
}

/// Dot product with one of twelve directions to the middles of a cube's edges (Perlin, "Improving noise").
float slope(std::uint32_t h, float x, float y, float z) {
    const std::uint32_t c = (h >> 3) % 12;
    const float u = c < 8 ? x : y, v = c < 4 ? y : z;
    return ((h & 1) ? -u : u) + ((h & 2) ? -v : v);
}

float fade(float t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
}

// splitmix64 (Steele et al.): every index its own well-mixed 64 bits.
std::uint64_t scramble(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

} // namespace

float smoothNoise(Point3 p, std::uint32_t seed) {
    const float fx = std::floor(p.x), fy = std::floor(p.y), fz = std::floor(p.z);
    const int x = int(fx), y = int(fy), z = int(fz);
    const float dx = p.x - fx, dy = p.y - fy, dz = p.z - fz;
    const float u = fade(dx), v = fade(dy), w = fade(dz);
    const auto corner = [&](int i, int j, int k) {
        return slope(hash(x + i, y + j, z + k, seed), dx - float(i), dy - float(j), dz - float(k));
    };
    const auto face = [&](int k) {
        return mix(mix(corner(0, 0, k), corner(1, 0, k), u), mix(corner(0, 1, k), corner(1, 1, k), u), v);
    };
    return mix(face(0), face(1), w);
}

float normalNoise(std::uint64_t index, std::uint64_t seed) {
    const std::uint64_t bits = scramble(index + scramble(seed));
    const float sum = float(bits & 0xFFFF) + float((bits >> 16) & 0xFFFF) + float((bits >> 32) & 0xFFFF) +
                      float(bits >> 48);
    constexpr float kMean = 4 * 32767.5f, kDeviation = 37837.2f; // 65536 * sqrt(4 / 12)
    return (sum - kMean) / kDeviation;
}

} // namespace hemo::simulate
