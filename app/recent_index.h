#pragma once

#include "app/database_file.h"
#include "core/study/recent_study.h"

#include <filesystem>
#include <vector>

namespace hemo::ui {

/// The list of recent studies on the disk. It is a cache: where nothing can be kept the list is empty.
/// Threads as DatabaseFile.
class RecentIndex {
public:
    explicit RecentIndex(const std::filesystem::path& folder);

    /// The last opened first, at most kMostRecents; asks the disk whether each is still there.
    std::vector<RecentStudy> read() const;
    /// Puts a study on top; an entry of the same paths is replaced, the oldest beyond `most` go.
    void remember(const RecentStudy& study, int most = kMostRecents) const;
    /// The oldest beyond `most` go.
    void keepToMost(int most) const;
    /// Removes every trace of the list, also of what was set aside.
    void clear() const;

    const std::filesystem::path& file() const { return m_file.path(); }
    std::filesystem::path setAsideFile() const { return m_file.setAsidePath(); }

private:
    DatabaseFile m_file;
};

} // namespace hemo::ui
