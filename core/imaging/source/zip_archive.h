#pragma once

#include "core/imaging/source/zip_handle.h"

#include <string_view>

namespace hemo::imaging {

/// What an archive holds, from its directory alone.
struct ZipListing {
    std::vector<std::string> members; ///< those that can be read, by name; no folders
    int encrypted = 0;                ///< members that need a password
    int unknownMethod = 0;            ///< members neither stored nor deflated
    int leadingOut = 0;               ///< members whose names lead out of the archive
    int impossible = 0;               ///< members that claim more bytes than they can hold
};

/// A ZIP archive whose directory was read once. Any thread. It stays open while it, or a source that it gave,
/// lives.
class ZipArchive {
public:
    /// Fails: Damaged (the directory is cut off or contradicts itself, members overlap), Unsupported (split
    /// over several files), OutOfMemory, Cancelled.
    static Result<std::shared_ptr<const ZipArchive>> open(std::unique_ptr<ByteSource> bytes,
                                                          const TaskContext& context = {});

    const ZipListing& listing() const { return m_listing; }
    /// A member for reading its header: see frontOf. Fails: NotFound, Damaged.
    Result<std::unique_ptr<ByteSource>> openFront(std::string_view member) const;
    /// All of a member, its checksum compared. Fails: NotFound, Damaged. May throw std::bad_alloc.
    Result<std::vector<std::byte>> readWhole(std::string_view member) const;

private:
    ZipArchive(std::shared_ptr<ZipHandle> handle, std::vector<ZipEntry> entries);
    void list(ZipEntry entry);
    Result<std::unique_ptr<PackedBytes>> openPacked(const ZipEntry* entry) const;
    const ZipEntry* find(std::string_view member) const;

    std::shared_ptr<ZipHandle> m_handle;
    std::vector<ZipEntry> m_entries; // those that can be read, by name
    ZipListing m_listing;
};

} // namespace hemo::imaging
