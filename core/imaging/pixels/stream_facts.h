#pragma once

#include "core/imaging/header/compression.h"

#include <optional>

namespace hemo::imaging {

/// What a compressed stream says of its values. Nothing in RLE and for plain pixels.
struct StreamFacts {
    int bits = 0;                 ///< of a value; 0 where nothing is said
    std::optional<bool> isSigned; ///< only JPEG 2000 says
    bool isLossy = false;         ///< by its coding; what was left out of a reversible one cannot be seen
};

StreamFacts factsOf(std::span<const std::byte> stream, Compression compression);

} // namespace hemo::imaging
