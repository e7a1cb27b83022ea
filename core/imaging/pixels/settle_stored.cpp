#include "core/imaging/pixels/settle_stored.h"

#include "core/imaging/pixels/stored_to_hu.h"

#include <algorithm>
#include <cstdlib>

namespace hemo::imaging {
namespace {

struct Reading {
    int bits = 16, highBit = 15;
    bool isSigned = false;

    int of(std::int16_t stored) const {
        return sampleOf(static_cast<std::uint16_t>(stored), bits, highBit, isSigned);
    }
};

/// How much values change along the rows.
std::uint64_t roughness(std::span<const std::int16_t> stored, const Reading& reading) {
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < stored.size(); ++i)
        sum += static_cast<unsigned>(std::abs(reading.of(stored[i]) - reading.of(stored[i - 1])));
    return sum;
}

} // namespace

bool settleStored(PixelLayout& pixels, const StreamFacts& stream, std::span<const std::int16_t> stored) {
    if (stream.bits <= 0 || stream.bits > 16) return false;
    const Reading header{pixels.bitsStored, pixels.highBit, pixels.isSigned};
    const Reading other{stream.bits, stream.bits - 1, stream.isSigned.value_or(pixels.isSigned)};
    const bool isSame = std::all_of(stored.begin(), stored.end(),
                                    [&](std::int16_t value) { return header.of(value) == other.of(value); });
    if (isSame) return false;
    if (roughness(stored, header) < roughness(stored, other)) return true;
    pixels.bitsStored = other.bits;
    pixels.highBit = other.highBit;
    pixels.isSigned = other.isSigned;
    return true;
}

} // namespace hemo::imaging
