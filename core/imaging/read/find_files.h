#pragma once

#include "core/result.h"
#include "core/study/image_place.h"
#include "core/task.h"

#include <span>
#include <vector>

namespace hemo::imaging {

/// A file to look at.
struct FoundFile {
    ImagePlace place;
    bool isAskedFor = false; ///< chosen as a file by the user, or named by a DICOMDIR that was
};

struct FoundFiles {
    std::vector<FoundFile>
        files; ///< regular ones, by name, so that a scan's answer is repeatable; none twice
    int foldersDenied = 0;
    int linksLeft = 0;           ///< links to folders, which are not followed, and links that lead nowhere
    std::vector<Error> notFound; ///< why some of several paths were left out
};

/// All regular files in folders and below, and those files among `paths` themselves. Links to folders are not
/// followed, so a loop of links is harmless and a link to "/" does not search the whole machine; links to
/// files count as files, once, if they lead to one that is found as well. Pipes and devices are left alone:
/// opening one can wait for ever.
/// Fails where no path can be opened: NotFound, NoPermission, NothingReadable; Cancelled.
Result<FoundFiles> findFiles(std::span<const std::filesystem::path> paths, const TaskContext& context);

} // namespace hemo::imaging
