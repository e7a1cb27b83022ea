#include "core/imaging/pixels/settle_stored.h"

#include "core/imaging/pixels/sample_bits.h"

#include <cstdlib>

namespace hemo::imaging {
namespace {

bool fitsIn16Bits(const SampleBits& bits) {
    return bits.stored > 0 && bits.stored <= 16 && bits.high >= bits.stored - 1 && bits.high < 16;
}

/// True where values that the header puts into the upper bits lie in the lower ones: those above are empty
/// (or repeat the sign), and those below, which should be, are not.
bool liesInLowerBits(std::span<const std::int16_t> stored, const SampleBits& said) {
    const int unused = said.high + 1 - said.stored; // bits below the values
    if (unused <= 0) return false;
    const int low = said.isSigned ? -(1 << (said.stored - 1)) : 0;
    const int high = said.isSigned ? (1 << (said.stored - 1)) - 1 : (1 << said.stored) - 1;
    std::size_t below = 0;
    for (const std::int16_t value : stored) {
        const int number = said.isSigned ? value : static_cast<std::uint16_t>(value);
        if (number < low || number > high) return false;
        below += (value & ((1 << unused) - 1)) != 0;
    }
    return below * 4 > stored.size();
}

/// How much values change along the rows.
std::uint64_t roughness(std::span<const std::int16_t> stored, const SampleBits& bits) {
    const auto sample = [&](std::int16_t value) { return sampleOf(static_cast<std::uint16_t>(value), bits); };
    std::uint64_t sum = 0;
    for (std::size_t i = 1; i < stored.size(); ++i)
        sum += static_cast<unsigned>(std::abs(sample(stored[i]) - sample(stored[i - 1])));
    return sum;
}

} // namespace

bool settleStored(PixelLayout& pixels, const StreamFacts& stream, std::span<const std::int16_t> stored) {
    if (stream.bits <= 0 || stream.bits > 16) return false;
    const SampleBits header = bitsOf(pixels);
    const SampleBits other{stream.bits, stream.bits - 1, stream.isSigned.value_or(pixels.isSigned)};
    if (haveSameSamples(stored, header, other)) return false;
    if (roughness(stored, header) < roughness(stored, other)) return true;
    pixels.bitsStored = other.stored;
    pixels.highBit = other.high;
    pixels.isSigned = other.isSigned;
    return true;
}

bool settleBits(PixelLayout& pixels, std::span<const std::int16_t> stored) {
    if (pixels.bitsAllocated != 16) return pixels.contradiction.has_value();
    const auto take = [&](const SampleBits& bits) {
        pixels.bitsStored = bits.stored;
        pixels.highBit = bits.high;
    };
    if (!pixels.contradiction) {
        const SampleBits said = bitsOf(pixels);
        if (!liesInLowerBits(stored, said)) return false;
        take({said.stored, said.stored - 1, said.isSigned});
        return true;
    }
    SampleBits best = bitsOf(pixels);
    std::uint64_t least = roughness(stored, best);
    const SaidBits said = *pixels.contradiction;
    for (const SampleBits& other :
         {SampleBits{said.stored, said.stored - 1, pixels.isSigned},
          SampleBits{said.highBit + 1, said.highBit, pixels.isSigned}, SampleBits{16, 15, pixels.isSigned}}) {
        if (!fitsIn16Bits(other)) continue;
        const std::uint64_t rough = roughness(stored, other);
        if (rough >= least) continue;
        best = other;
        least = rough;
    }
    take(best);
    return true;
}

} // namespace hemo::imaging
