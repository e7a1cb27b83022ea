#include "tests/support/made_zip.h"

#include "tests/support/damage.h"

#include <algorithm>
#include <new>
#include <stdexcept>
#include <zlib.h>

namespace hemo::testing {
namespace {

namespace fs = std::filesystem;

std::string little(std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>(i < 8 ? value >> (8 * i) & 0xff : 0);
    return text;
}

std::string compressed(const std::string& plain, int windowBits) {
    z_stream z{};
    if (::deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(::deflateBound(&z, plain.size()), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    z.avail_in = static_cast<uInt>(plain.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    const int answer = ::deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    ::deflateEnd(&z);
    if (answer != Z_STREAM_END) throw std::runtime_error("does not deflate");
    return out;
}

/// A member as it will lie in the archive.
struct Laid {
    const MadeMember& member;
    std::string packed;
    std::uint64_t size = 0, offset = 0;
    std::uint32_t checksum = 0;

    std::uint16_t flags() const {
        return static_cast<std::uint16_t>(member.flags | (member.hasDescriptor ? 8 : 0));
    }
    std::string sizes(bool areKnown) const {
        if (!areKnown) return little(0, 12);
        if (member.hasSize64) return little(checksum, 4) + little(0xffffffff, 4) + little(0xffffffff, 4);
        return little(checksum, 4) + little(packed.size(), 4) + little(size, 4);
    }
    std::string extra() const {
        return member.hasSize64 ? little(1, 2) + little(16, 2) + little(size, 8) + little(packed.size(), 8)
                                : "";
    }
    /// What both headers have in common.
    std::string common(bool areSizesKnown) const {
        return little(20, 2) + little(flags(), 2) + little(member.method, 2) + little(0, 4) +
               sizes(areSizesKnown) + little(member.name.size(), 2) + little(extra().size(), 2);
    }
    std::string local() const {
        std::string all = "PK\3\4" + common(!member.hasDescriptor) + member.name + extra() + packed;
        if (member.hasDescriptor)
            all += "PK\7\10" + little(checksum, 4) + little(packed.size(), 4) + little(size, 4);
        return all;
    }
    std::string central() const {
        return "PK\1\2" + little(20, 2) + common(true) + little(0, 2) + little(0, 2) + little(0, 2) +
               little(0, 4) + little(offset, 4) + member.name + extra();
    }
};

Laid lay(const MadeMember& member) {
    Laid laid{member, member.method == 8 ? deflated(member.bytes) : member.bytes};
    laid.size = member.claimedSize.value_or(member.bytes.size());
    laid.checksum = static_cast<std::uint32_t>(
        ::crc32_z(0, reinterpret_cast<const Bytef*>(member.bytes.data()), member.bytes.size()));
    if (member.claimedChecksum) laid.checksum = *member.claimedChecksum;
    return laid;
}

} // namespace

std::string deflated(const std::string& plain) {
    return compressed(plain, -MAX_WBITS);
}

std::string zlibWrapped(const std::string& plain) {
    return compressed(plain, MAX_WBITS);
}

MadeZip& MadeZip::add(MadeMember member) {
    m_members.push_back(std::move(member));
    return *this;
}

MadeZip& MadeZip::addFolder(const fs::path& folder, std::uint16_t method) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        MadeMember member{file.lexically_relative(folder).generic_string(), readBytes(file)};
        member.method = method;
        add(std::move(member));
    }
    return *this;
}

MadeZip& MadeZip::comment(const std::string& text) {
    m_comment = text;
    return *this;
}

MadeZip& MadeZip::end64(std::optional<std::uint64_t> claimedEntries) {
    m_hasEnd64 = true;
    m_claimedEntries = claimedEntries;
    return *this;
}

std::string MadeZip::bytes() const {
    std::string all, directory;
    std::vector<Laid> laid;
    for (const MadeMember& member : m_members) {
        laid.push_back(lay(member));
        if (member.sameDataAs) {
            laid.back().packed = laid[*member.sameDataAs].packed;
            laid.back().offset = laid[*member.sameDataAs].offset;
        } else {
            laid.back().offset = all.size();
            all += laid.back().local();
        }
        directory += laid.back().central();
    }
    const std::uint64_t directoryAt = all.size();
    const std::uint64_t entries = m_claimedEntries.value_or(m_members.size());
    all += directory;
    if (m_hasEnd64) {
        const std::uint64_t end64At = all.size();
        all += "PK\6\6" + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8) + little(entries, 8) +
               little(entries, 8) + little(directory.size(), 8) + little(directoryAt, 8);
        all += "PK\6\7" + little(0, 4) + little(end64At, 8) + little(1, 4);
    }
    const std::uint64_t count = m_hasEnd64 ? 0xffff : entries;
    all += "PK\5\6" + little(0, 4) + little(count, 2) + little(count, 2) +
           little(m_hasEnd64 ? 0xffffffff : directory.size(), 4) +
           little(m_hasEnd64 ? 0xffffffff : directoryAt, 4) + little(m_comment.size(), 2) + m_comment;
    return all;
}

void MadeZip::write(const fs::path& file) const {
    writeBytes(file, bytes());
}

} // namespace hemo::testing
