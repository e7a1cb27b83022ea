#pragma once

#include <cstddef>

namespace hemo::ui {

/// The memory that volumes may take is chosen and kept in these.
inline constexpr std::size_t kMegabyte = 1 << 20;
inline constexpr int kLeastVolumeMegabytes = 256;

} // namespace hemo::ui
