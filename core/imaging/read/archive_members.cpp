#include "core/imaging/read/archive_members.h"

#include "core/imaging/guarded.h"
#include "core/imaging/source/zip_archive.h"

#include <utility>

namespace hemo::imaging {
namespace {

/// Why not all of it can be had; empty where it can.
Message whyNotWhole(const ZipListing& listing) {
    if (listing.encrypted > 0) return say("archive.password");
    if (listing.unknownMethod > 0) return say("archive.unknown_method");
    if (listing.leadingOut > 0) return say("archive.leading_out");
    if (listing.impossible > 0) return say("archive.impossible");
    return {};
}

} // namespace

ArchiveMembers::ArchiveMembers(std::shared_ptr<const ZipArchive> archive) : m_archive(std::move(archive)) {}

Result<ArchiveMembers> ArchiveMembers::open(const std::filesystem::path& archive,
                                            const TaskContext& context) {
    auto bytes = openFile(archive);
    if (!bytes) return tl::unexpected(bytes.error());
    auto opened = ZipArchive::open(std::move(*bytes), context);
    if (!opened) return tl::unexpected(opened.error());
    if (const Message why = whyNotWhole((*opened)->listing()); !why.empty())
        return fail(ErrorCode::Unsupported, why);
    return ArchiveMembers(std::move(*opened));
}

const std::vector<std::string>& ArchiveMembers::names() const {
    return m_archive->listing().members;
}

Result<std::vector<std::byte>> ArchiveMembers::read(const std::string& member) const {
    return guarded(ErrorCode::Damaged, say("archive.damaged"), [&] { return m_archive->readWhole(member); });
}

} // namespace hemo::imaging
