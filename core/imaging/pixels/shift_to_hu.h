#pragma once

#include "core/imaging/pixels/stored_to_hu.h"

#include <optional>

namespace hemo::imaging {

/// convertToHu for the usual scale, slope 1 and a whole intercept: the same to the bit, several values at a
/// time. None, with nothing changed, for any other scale and where a value would not fit 16 bits.
std::optional<HuRange> shiftToHu(std::span<std::int16_t> values, const StoredScale& scale);

} // namespace hemo::imaging
