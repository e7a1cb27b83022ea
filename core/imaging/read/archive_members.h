#pragma once

#include "core/result.h"
#include "core/task.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hemo::imaging {

class ZipArchive;

/// What a ZIP archive holds, for whoever wants its files as they are. A member's name is a label: whoever
/// writes one to the disk chooses the path. Any thread.
class ArchiveMembers {
public:
    /// Fails: as opening an archive does (NotFound, Damaged, Unsupported, Cancelled), and Unsupported or
    /// Damaged where a member could not be read: what is taken from here is taken whole.
    static Result<ArchiveMembers> open(const std::filesystem::path& archive, const TaskContext& context);

    /// In order; no folders.
    const std::vector<std::string>& names() const;
    /// Its checksum compared. Fails: NotFound, Damaged, OutOfMemory.
    Result<std::vector<std::byte>> read(const std::string& member) const;

private:
    explicit ArchiveMembers(std::shared_ptr<const ZipArchive> archive);
    std::shared_ptr<const ZipArchive> m_archive;
};

} // namespace hemo::imaging
