#pragma once

#include "core/result.h"
#include "core/task.h"

#include <filesystem>
#include <vector>

namespace hemo::imaging {

struct FoundFiles {
    std::vector<std::filesystem::path>
        files; ///< regular files, sorted, so that a scan's answer is repeatable
    int foldersDenied = 0;
};

/// All regular files in a folder and below, or the one file that `path` is. Links to folders are not
/// followed, so a loop of links is harmless and a link to "/" does not search the whole machine; links to
/// files count as files. Pipes and devices are left alone: opening one can wait for ever.
/// Fails: NotFound, NoPermission (the folder itself), Cancelled.
Result<FoundFiles> findFiles(const std::filesystem::path& path, const TaskContext& context);

} // namespace hemo::imaging
