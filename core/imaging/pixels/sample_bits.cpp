// Built with -O3: a plain loop that becomes vector instructions.

#include "core/imaging/pixels/sample_bits.h"

namespace hemo::imaging {
namespace {

/// `countedSign`: what is two numbers where one reading has signs and the other has none, though its 16 bits
/// are the same.
template <Below below>
bool areSame(std::span<const std::int16_t> values, SampleMask a, SampleMask b, std::uint16_t countedSign) {
    std::uint16_t differing = 0;
    for (const std::int16_t value : values) {
        const auto raw = static_cast<std::uint16_t>(value);
        const std::uint16_t one = sampleIn<below>(raw, a), other = sampleIn<below>(raw, b);
        differing = static_cast<std::uint16_t>(differing | (one ^ other) | (one & countedSign));
    }
    return differing == 0;
}

} // namespace

bool haveSameSamples(std::span<const std::int16_t> values, const SampleBits& a, const SampleBits& b) {
    const SampleMask maskA = maskOf(a), maskB = maskOf(b);
    const std::uint16_t countedSign = a.isSigned == b.isSigned ? 0 : 0x8000;
    return maskA.below == 0 && maskB.below == 0 ? areSame<Below::Nothing>(values, maskA, maskB, countedSign)
                                                : areSame<Below::Bits>(values, maskA, maskB, countedSign);
}

} // namespace hemo::imaging
