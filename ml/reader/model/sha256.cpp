#include "ml/reader/model/sha256.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace hemo::ml {
namespace {

constexpr std::array<std::uint32_t, 64> kRound{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using State = std::array<std::uint32_t, 8>;

void addBlock(State& state, const std::byte* block) {
    std::array<std::uint32_t, 64> w;
    for (int t = 0; t < 16; ++t)
        for (int b = 0; b < 4; ++b)
            w[t] = (w[t] << 8) | std::to_integer<std::uint32_t>(block[4 * t + b]);
    for (int t = 16; t < 64; ++t) {
        const std::uint32_t a = w[t - 15], b = w[t - 2];
        w[t] = w[t - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3)) + w[t - 7] +
               (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10));
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (int t = 0; t < 64; ++t) {
        const std::uint32_t t1 = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                                 ((e & f) ^ (~e & g)) + kRound[t] + w[t];
        const std::uint32_t t2 =
            (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    const State mixed{a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; ++i)
        state[i] += mixed[i];
}

} // namespace

std::string sha256Hex(std::span<const std::byte> data) {
    State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    const std::size_t whole = data.size() / 64 * 64;
    for (std::size_t at = 0; at < whole; at += 64)
        addBlock(state, data.data() + at);

    // The rest, a one bit, zeros, and the length in bits as the last eight bytes, big-endian.
    std::vector<std::byte> tail(data.begin() + static_cast<std::ptrdiff_t>(whole), data.end());
    tail.push_back(std::byte{0x80});
    while (tail.size() % 64 != 56)
        tail.push_back(std::byte{0});
    const std::uint64_t bits = std::uint64_t(data.size()) * 8;
    for (int b = 7; b >= 0; --b)
        tail.push_back(static_cast<std::byte>(bits >> (8 * b)));
    for (std::size_t at = 0; at < tail.size(); at += 64)
        addBlock(state, tail.data() + at);

    std::string hex;
    for (const std::uint32_t word : state)
        for (int nibble = 7; nibble >= 0; --nibble)
            hex += "0123456789abcdef"[(word >> (4 * nibble)) & 15];
    return hex;
}

} // namespace hemo::ml
