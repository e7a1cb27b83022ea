#include "core/simulate/noise.h"

namespace hemo::simulate {
namespace {

/// A well-mixed number for a place of the lattice, of whose coordinates each has been multiplied already.
std::uint32_t mixed(std::uint32_t place) {
    place ^= place >> 15;
    place *= 0x2C1B3C6Du;
    return place ^ (place >> 13);
}

/// Dot product with one of twelve directions to the middles of a cube's edges (Perlin, "Improving noise").
float slope(std::uint32_t h, float x, float y, float z) {
    const std::uint32_t c = (h >> 3) % 12;
    const float u = c < 8 ? x : y, v = c < 4 ? y : z;
    return ((h & 1) ? -u : u) + ((h & 2) ? -v : v);
}

/// std::floor is a call of the library's on processors of which no more than SSE2 is known.
int floorOf(float v) {
    const int towardsZero = int(v);
    return towardsZero - (float(towardsZero) > v);
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
    constexpr std::uint32_t kX = 0x85EBCA6Bu, kY = 0xC2B2AE35u, kZ = 0x27D4EB2Fu;
    const int fx = floorOf(p.x), fy = floorOf(p.y), fz = floorOf(p.z);
    const std::uint32_t x = std::uint32_t(fx) * kX, y = std::uint32_t(fy) * kY, z = std::uint32_t(fz) * kZ;
    const float dx = p.x - float(fx), dy = p.y - float(fy), dz = p.z - float(fz);
    const std::uint32_t s = seed * 0x9E3779B1u;
    // The eight corners side by side, x changing fastest: the compiler makes vector instructions of it.
    const std::uint32_t xs[2] = {x, x + kX}, ys[2] = {y, y + kY}, zs[2] = {z, z + kZ};
    const float dxs[2] = {dx, dx - 1}, dys[2] = {dy, dy - 1}, dzs[2] = {dz, dz - 1};
    std::uint32_t place[8];
    float px[8], py[8], pz[8], value[8];
    for (int n = 0; n < 8; ++n) {
        place[n] = s ^ xs[n & 1] ^ ys[n >> 1 & 1] ^ zs[n >> 2];
        px[n] = dxs[n & 1], py[n] = dys[n >> 1 & 1], pz[n] = dzs[n >> 2];
    }
    for (int n = 0; n < 8; ++n)
        value[n] = slope(mixed(place[n]), px[n], py[n], pz[n]);
    const float u = fade(dx), v = fade(dy), w = fade(dz);
    const auto face = [&](const float* c) { return mix(mix(c[0], c[1], u), mix(c[2], c[3], u), v); };
    return mix(face(value), face(value + 4), w);
}

float normalNoise(std::uint64_t index, std::uint64_t seed) {
    const std::uint64_t bits = scramble(index + scramble(seed));
    const float sum = float(bits & 0xFFFF) + float((bits >> 16) & 0xFFFF) + float((bits >> 32) & 0xFFFF) +
                      float(bits >> 48);
    constexpr float kMean = 4 * 32767.5f, kDeviation = 37837.2f; // 65536 * sqrt(4 / 12)
    return (sum - kMean) / kDeviation;
}

} // namespace hemo::simulate
