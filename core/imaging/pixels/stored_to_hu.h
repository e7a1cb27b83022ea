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

/// The scale that a file names. A padding value that would fall among tissue is left out: believing it would
/// punch holes into the brain.
StoredScale scaleOf(const SliceHeader& slice);
bool hasPaddingAmongTissue(const SliceHeader& slice);

/// The sample in a file's 16 bits, without overlay bits beside it, with its sign (PS3.5 8.1.1).
int sampleOf(std::uint16_t raw, int bitsStored, int highBit, bool isSigned);

/// Converts in place: stored values in, HU out, rounded; padding becomes kOutsideHu.
HuRange convertToHu(std::span<std::int16_t> values, const StoredScale& scale);

} // namespace hemo::imaging
