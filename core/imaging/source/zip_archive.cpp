#include "core/imaging/source/zip_archive.h"

#include "core/imaging/source/inflate.h"
#include "core/imaging/source/member_front.h"
#include "core/imaging/source/member_names.h"
#include "core/imaging/source/zip_tail.h"

#include <algorithm>
#include <unordered_map>

namespace hemo::imaging {
namespace {

tl::unexpected<Error> damagedArchive(const char* detail) {
    return fail(ErrorCode::Damaged, say("archive.damaged"), detail);
}

tl::unexpected<Error> damagedMember(const char* detail) {
    return fail(ErrorCode::Damaged, say("file.damaged_in_archive"), detail);
}

/// Members that are longer together than the archive share bytes, which only traps do.
bool doOverlap(const std::vector<ZipEntry>& entries, std::uint64_t archiveSize) {
    constexpr std::uint64_t kLeastAround = 30 + 46; // its two headers without names (APPNOTE 4.3.7, 4.3.12)
    std::uint64_t room = archiveSize;
    for (const ZipEntry& entry : entries) {
        if (entry.compressedSize > room || kLeastAround > room - entry.compressedSize) return true;
        room -= entry.compressedSize + kLeastAround;
    }
    return false;
}

/// A second member of one name is another file: neither may hide the other.
void tellApart(std::vector<ZipEntry>& entries) {
    std::unordered_map<std::string, int> timesNamed;
    for (ZipEntry& entry : entries) {
        // A place without a member's name is the archive itself, which would then hold itself without end.
        if (entry.name.empty()) entry.name = "(no name)";
        if (const int times = ++timesNamed[entry.name]; times > 1)
            entry.name += " (" + std::to_string(times) + ")";
    }
}

bool isPossible(const ZipEntry& entry) {
    return entry.method == ZipEntry::Method::Stored ? entry.compressedSize == entry.size
                                                    : isJustified(entry.compressedSize, entry.size);
}

} // namespace

Result<std::shared_ptr<const ZipArchive>> ZipArchive::open(std::unique_ptr<ByteSource> bytes,
                                                           const TaskContext& context) {
    if (!hasPlausibleDirectory(*bytes)) return damagedArchive("end record");
    auto handle = ZipHandle::open(std::move(bytes), context);
    if (!handle) return tl::unexpected(handle.error());
    auto entries = (*handle)->entries(context);
    if (!entries) return tl::unexpected(entries.error());
    if (doOverlap(*entries, (*handle)->size())) return damagedArchive("members overlap");
    return std::shared_ptr<const ZipArchive>(new ZipArchive(std::move(*handle), std::move(*entries)));
}

ZipArchive::ZipArchive(std::shared_ptr<ZipHandle> handle, std::vector<ZipEntry> entries)
    : m_handle(std::move(handle)) {
    tellApart(entries);
    for (ZipEntry& entry : entries)
        list(std::move(entry));
    std::sort(m_entries.begin(), m_entries.end(),
              [](const ZipEntry& a, const ZipEntry& b) { return a.name < b.name; });
    m_listing.members.reserve(m_entries.size());
    for (const ZipEntry& entry : m_entries)
        m_listing.members.push_back(entry.name);
}

void ZipArchive::list(ZipEntry entry) {
    if (isFolderName(entry.name) && entry.size == 0) return;
    if (leadsOut(entry.name))
        ++m_listing.leadingOut;
    else if (entry.isEncrypted)
        ++m_listing.encrypted;
    else if (entry.method == ZipEntry::Method::Other)
        ++m_listing.unknownMethod;
    else if (!isPossible(entry))
        ++m_listing.impossible;
    else
        m_entries.push_back(std::move(entry));
}

const ZipEntry* ZipArchive::find(std::string_view member) const {
    const auto found =
        std::lower_bound(m_entries.begin(), m_entries.end(), member,
                         [](const ZipEntry& entry, std::string_view name) { return entry.name < name; });
    return found != m_entries.end() && found->name == member ? &*found : nullptr;
}

Result<std::unique_ptr<PackedBytes>> ZipArchive::openPacked(const ZipEntry* entry) const {
    if (!entry) return fail(ErrorCode::NotFound, say("file.gone_from_archive"));
    auto packed = std::make_unique<PackedBytes>(m_handle, *entry);
    if (!packed->isOpen()) return damagedMember("local header");
    return packed;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::openFront(std::string_view member) const {
    const ZipEntry* entry = find(member);
    auto packed = openPacked(entry);
    if (!packed) return tl::unexpected(packed.error());
    return frontOf(std::move(*packed), *entry);
}

Result<std::vector<std::byte>> ZipArchive::readWhole(std::string_view member) const {
    const ZipEntry* entry = find(member);
    // Not every libzip gives the packed bytes of nothing.
    if (entry && entry->size == 0 && entry->checksum == checksum({})) return std::vector<std::byte>();
    auto packed = openPacked(entry);
    if (!packed) return tl::unexpected(packed.error());
    std::vector<std::byte> bytes(static_cast<std::size_t>(entry->compressedSize));
    if (!(*packed)->read(bytes)) return damagedMember("ends early");
    if (entry->method == ZipEntry::Method::Deflated) {
        std::vector<std::byte> plain(static_cast<std::size_t>(entry->size));
        if (!inflateWhole(bytes, plain)) return damagedMember("does not inflate");
        bytes = std::move(plain);
    }
    if (checksum(bytes) != entry->checksum) return damagedMember("checksum");
    return bytes;
}

} // namespace hemo::imaging
