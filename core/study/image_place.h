#pragma once

#include <filesystem>
#include <string>

namespace hemo {

/// Where one image's bytes lie: in a file, or in a member of a ZIP archive, and which frame of it.
struct ImagePlace {
    std::filesystem::path file; ///< the archive where `member` is named
    std::string member;         ///< as the archive spells it; empty for a plain file
    int frame = 0;              ///< of a multi-frame object, from 0
    bool operator==(const ImagePlace&) const = default;
};

} // namespace hemo
