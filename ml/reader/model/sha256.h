#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace hemo::ml {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256Hex(std::span<const std::byte> data);

} // namespace hemo::ml
