#pragma once

#include "core/imaging/header/slice_header.h"

#include <cstdint>
#include <limits>
#include <span>

namespace hemo::imaging {

/// How a slice's stored 16-bit values become HU.
struct StoredScale {
    int bitsStored = 16, highBit = 15;
    bool isSigned = false;
    Rescale rescale;
    std::optional<Padding> padding;
};

/// What was met while converting; joined over slices.
struct HuRange {
    int lowest = std::numeric_limits<int>::max(), highest = std::numeric_limits<int>::min();
    bool hasClamped = false; ///< a value did not fit 16 bits
    void join(const HuRange& other);
};

/// The scale that a file names. Padding is believed where it lies below tissue, or above all that CT can
/// hold; as bright as metal, where all four corners have it, as round a scanner's circular field; never among
/// tissue, where it would punch holes into the brain.
struct BelievedScale {
    StoredScale scale;
    bool hasUnusedPadding = false; ///< pixels have a padding value that is not believed
};
BelievedScale scaleOf(const SliceHeader& slice, std::span<const std::int16_t> stored);

/// The sample in a file's 16 bits, without overlay bits beside it, with its sign (PS3.5 8.1.1).
int sampleOf(std::uint16_t raw, int bitsStored, int highBit, bool isSigned);

/// Converts in place: stored values in, HU out, rounded; padding becomes kOutsideHu.
HuRange convertToHu(std::span<std::int16_t> values, const StoredScale& scale);

} // namespace hemo::imaging
