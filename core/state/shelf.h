#pragma once

#include "core/image/rgba_image.h"
#include "core/reading/job_state.h"
#include "core/study/recent_study.h"
#include "core/study/series_info.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hemo {

/// What becomes of what is listed when something else is opened.
enum class Opening { Replace, Add };

/// The same empty value for all that have nothing yet, so that they are equal.
template <class T> std::shared_ptr<const T> nothingYet() {
    static const auto empty = std::make_shared<const T>();
    return empty;
}

/// By series id.
using Thumbnails = std::map<std::string, RgbaImagePtr>;

using Recents = std::vector<RecentStudy>;

/// What is at hand to be read: the series that were found, and what was opened before. What is large is
/// shared and never changes.
struct Shelf {
    std::vector<std::filesystem::path> asked; ///< for last
    Opening opening = Opening::Replace;
    JobState scan;
    std::shared_ptr<const FolderContents> contents;   ///< null until a folder was scanned
    std::vector<std::filesystem::path> contentsPaths; ///< where they were found
    JobState thumbnailJob;
    std::shared_ptr<const Thumbnails> thumbnails = nothingYet<Thumbnails>();

    std::shared_ptr<const Recents> recents = nothingYet<Recents>(); ///< the last first
    int timesRecentsCleared = 0;   ///< a new number: the list on the disk has to go
    std::filesystem::path savedIn; ///< the folder that something was saved in last; empty: none
    bool operator==(const Shelf&) const = default;
};

} // namespace hemo
