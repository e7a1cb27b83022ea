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

bool isReadingOf16Bits(const Reading& r) {
    return r.bits > 0 && r.bits <= 16 && r.highBit >= r.bits - 1 && r.highBit < 16;
}

/// True where values that the header puts into the upper bits lie in the lower ones: those above are empty
/// (or repeat the sign), and those below, which should be, are not.
bool liesInLowerBits(std::span<const std::int16_t> stored, const Reading& said) {
    const int unused = said.highBit + 1 - said.bits; // bits below the values
    if (unused <= 0) return false;
    const int low = said.isSigned ? -(1 << (said.bits - 1)) : 0;
    const int high = said.isSigned ? (1 << (said.bits - 1)) - 1 : (1 << said.bits) - 1;
    std::size_t below = 0;
    for (const std::int16_t value : stored) {
        const int number = said.isSigned ? value : static_cast<std::uint16_t>(value);
        if (number < low || number > high) return false;
        below += (value & ((1 << unused) - 1)) != 0;
    }
    return below * 4 > stored.size();
}

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

bool settleBits(PixelLayout& pixels, std::span<const std::int16_t> stored) {
    if (pixels.bitsAllocated != 16) return pixels.contradiction.has_value();
    const auto take = [&](const Reading& reading) {
        pixels.bitsStored = reading.bits;
        pixels.highBit = reading.highBit;
    };
    if (!pixels.contradiction) {
        const Reading said{pixels.bitsStored, pixels.highBit, pixels.isSigned};
        if (!liesInLowerBits(stored, said)) return false;
        take({said.bits, said.bits - 1, said.isSigned});
        return true;
    }
    Reading best{pixels.bitsStored, pixels.highBit, pixels.isSigned};
    std::uint64_t least = roughness(stored, best);
    const SaidBits said = *pixels.contradiction;
    for (const Reading& other :
         {Reading{said.stored, said.stored - 1, pixels.isSigned},
          Reading{said.highBit + 1, said.highBit, pixels.isSigned}, Reading{16, 15, pixels.isSigned}}) {
        if (!isReadingOf16Bits(other)) continue;
        const std::uint64_t rough = roughness(stored, other);
        if (rough >= least) continue;
        best = other;
        least = rough;
    }
    take(best);
    return true;
}

} // namespace hemo::imaging
