#pragma once

#include "core/imaging/header/slice_header.h"

#include <cstdint>
#include <span>

namespace hemo::imaging {

/// Where a sample lies in a file's 16 bits, without overlay bits beside it, and whether it has a sign
/// (PS3.5 8.1.1).
struct SampleBits {
    int stored = 16, high = 15;
    bool isSigned = false;
    bool operator==(const SampleBits&) const = default;
};

/// The same as what is done to the 16 bits.
struct SampleMask {
    int below;          ///< bits under the sample; nearly always none
    std::uint16_t mask; ///< of the sample, once it is moved down
    std::uint16_t sign; ///< its highest bit; 0 where it has no sign
};

constexpr SampleMask maskOf(const SampleBits& bits) {
    const unsigned mask = 0xffffu >> (16 - bits.stored);
    const unsigned sign = bits.isSigned ? 1u << (bits.stored - 1) : 0;
    return {bits.high + 1 - bits.stored, static_cast<std::uint16_t>(mask), static_cast<std::uint16_t>(sign)};
}

/// As the header says.
inline SampleBits bitsOf(const PixelLayout& pixels) {
    return {pixels.bitsStored, pixels.highBit, pixels.isSigned};
}

enum class Below { Nothing, Bits };

/// The sample as 16 bits. For loops over many: where nothing lies below it the compiler makes vector
/// instructions of 16 bits each, which it has not for shifts.
template <Below below> constexpr std::uint16_t sampleIn(std::uint16_t raw, SampleMask m) {
    const unsigned moved = below == Below::Nothing ? raw : raw >> m.below;
    return static_cast<std::uint16_t>(((moved & m.mask) ^ m.sign) - m.sign);
}

/// The sample as a number.
constexpr int sampleOf(std::uint16_t raw, const SampleBits& bits) {
    const std::uint16_t sample = sampleIn<Below::Bits>(raw, maskOf(bits));
    return bits.isSigned ? static_cast<std::int16_t>(sample) : sample;
}

/// Whether two ways of reading the same 16 bits give the same number of each of them.
bool haveSameSamples(std::span<const std::int16_t> values, const SampleBits& a, const SampleBits& b);

} // namespace hemo::imaging
