#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::testing {

struct Include {
    std::string file; ///< relative to the source folder
    std::string text; ///< what stands between the quotes or brackets
};

/// The include lines of all C and C++ files below `root / folder`.
std::vector<Include> includesBelow(const std::filesystem::path& root, const std::string& folder);

} // namespace hemo::testing
