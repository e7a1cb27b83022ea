#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace hemo::imaging {

/// A number of the machine's kind from bytes in either order.
template <class Number>
Number parseNumber(std::span<const std::byte> bytes, std::size_t at, bool isBigEndian) {
    std::byte raw[sizeof(Number)];
    const bool isSwapped = isBigEndian != (std::endian::native == std::endian::big);
    for (std::size_t n = 0; n < sizeof(Number); ++n)
        raw[n] = bytes[at + (isSwapped ? sizeof(Number) - 1 - n : n)];
    Number value;
    std::memcpy(&value, raw, sizeof(Number));
    return value;
}

} // namespace hemo::imaging
