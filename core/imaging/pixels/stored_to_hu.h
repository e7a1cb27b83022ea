#pragma once

#include "core/imaging/header/slice_header.h"
#include "core/imaging/pixels/sample_bits.h"

#include <cstdint>
#include <limits>
#include <span>

namespace hemo::imaging {

/// How a slice's stored 16-bit values become HU.
struct StoredScale {
    SampleBits bits;
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

/// Converts in place: stored values in, HU out, rounded; padding becomes kOutsideHu.
HuRange convertToHu(std::span<std::int16_t> values, const StoredScale& scale);

} // namespace hemo::imaging
