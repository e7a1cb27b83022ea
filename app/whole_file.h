#pragma once

#include <filesystem>
#include <string_view>

namespace hemo::ui {

/// Writes a file, which is there as a whole or as it was. False where it could not be. Any thread;
/// milliseconds.
bool writeWhole(const std::filesystem::path& path, std::string_view text);

} // namespace hemo::ui
