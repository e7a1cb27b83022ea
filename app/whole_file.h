#pragma once

#include <filesystem>
#include <string_view>

namespace hemo::ui {

/// Writes a file, which is there as a whole or as it was. False where it could not be. Any thread;
/// milliseconds.
bool writeWhole(const std::filesystem::path& path, std::string_view text);

/// Makes a folder that nobody else can look into, or closes one that is there. False where it could not be.
bool makePrivateFolder(const std::filesystem::path& folder);

} // namespace hemo::ui
