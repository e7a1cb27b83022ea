#pragma once

#include "core/image/rgba_image.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hemo {

/// No list of recent studies is longer.
inline constexpr int kMostRecents = 50;

/// Something that was opened before, for the list of recent studies. Text is the patient's as it stands in
/// the files; it is shown, never logged.
struct RecentStudy {
    std::vector<std::filesystem::path> paths; ///< absolute, in the order in which they were opened
    std::string patientName;
    int patientCount = 1; ///< of whom `patientName` is one
    std::string studyDate, description;
    int imageCount = 0;
    std::int64_t openedAt = 0; ///< seconds since 1970
    bool isThere = true;       ///< all of its paths existed when the list was read
    RgbaImagePtr picture{};    ///< a small one of the series that was opened last; null: none
    bool operator==(const RecentStudy&) const = default;
};

} // namespace hemo
