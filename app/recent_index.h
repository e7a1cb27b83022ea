#pragma once

#include "core/study/recent_study.h"

#include <filesystem>
#include <vector>

namespace hemo::ui {

inline constexpr int kMostRecents = 50;

/// The list of recent studies on the disk: one SQLite file in a folder that only its user can read. It is a
/// cache: a file that is damaged, or of another version, is set aside and begun anew, and where nothing can
/// be kept the list is empty. Opens the file for each call, so that several windows may share it; calls take
/// milliseconds, longer on a slow disk: not for the GUI thread. One thread at a time.
class RecentIndex {
public:
    explicit RecentIndex(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// The last opened first, at most kMostRecents; asks the disk whether each is still there.
    std::vector<RecentStudy> read() const;
    /// Puts a study on top; an entry of the same paths is replaced, the oldest beyond kMostRecents go.
    void remember(const RecentStudy& study) const;
    /// Removes every trace of the list, also of what was set aside.
    void clear() const;

    std::filesystem::path file() const { return m_folder / "studies.sqlite"; }
    std::filesystem::path setAsideFile() const { return m_folder / "studies.set-aside"; }

private:
    template <class Work> void withDatabase(Work work) const;
    bool makePlace() const;

    std::filesystem::path m_folder;
};

} // namespace hemo::ui
