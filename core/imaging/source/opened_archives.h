#pragma once

#include "core/imaging/source/zip_archive.h"

#include <filesystem>
#include <list>

namespace hemo::imaging {

/// The archives that one scan or one load reads from, each opened once. They close with it: nothing keeps a
/// user's files open after the work is done. Any thread.
class OpenedArchives {
public:
    /// Fails as openFile and ZipArchive::open do; asking again gives the same answer.
    Result<std::shared_ptr<const ZipArchive>> archive(const std::filesystem::path& file,
                                                      const TaskContext& context = {});

private:
    struct Known {
        std::filesystem::path file;
        Result<std::shared_ptr<const ZipArchive>> archive;
    };
    std::mutex m_mutex;
    std::list<Known> m_known; // the last used first; guarded by m_mutex
};

} // namespace hemo::imaging
