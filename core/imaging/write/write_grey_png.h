#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace hemo::imaging {

/// Writes single numbers, rows from the top, as a grey PNG of 16 or 8 bits: nothing of them is lost. Fails:
/// WriteFailed.
Result<void> writeGreyPng(std::span<const std::uint16_t> values, int columns,
                          const std::filesystem::path& file);
Result<void> writeGreyPng(std::span<const std::uint8_t> values, int columns,
                          const std::filesystem::path& file);

} // namespace hemo::imaging
