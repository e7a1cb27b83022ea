#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hemo::testing {

/// One member of a made archive, right or wrong.
struct MadeMember {
    std::string name, bytes;
    std::uint16_t method = 8;                          ///< 0 stored, 8 deflated; others are only claimed
    std::uint16_t flags = 0;                           ///< 1 encrypted, 0x800 the name is UTF-8
    bool hasDescriptor = false;                        ///< sizes and checksum follow the data, as in a stream
    bool hasSize64 = false;                            ///< sizes in a ZIP64 field
    std::optional<std::uint64_t> claimedSize = {};     ///< instead of the true one
    std::optional<std::uint32_t> claimedChecksum = {}; ///< instead of the true one
    std::optional<std::size_t> sameDataAs = {};        ///< shares the bytes of an earlier member
};

/// A ZIP archive put together byte by byte (APPNOTE 4.3), by code that shares nothing with the program's.
class MadeZip {
public:
    MadeZip& add(MadeMember member);
    MadeZip& add(const std::string& name, const std::string& bytes) { return add({name, bytes}); }
    /// All files below `folder`, by their names relative to it.
    MadeZip& addFolder(const std::filesystem::path& folder, std::uint16_t method = 8);
    MadeZip& comment(const std::string& text);
    /// A ZIP64 end record, which says that there are so many entries.
    MadeZip& end64(std::optional<std::uint64_t> claimedEntries = {});

    std::string bytes() const;
    void write(const std::filesystem::path& file) const;

private:
    std::vector<MadeMember> m_members;
    std::string m_comment;
    bool m_hasEnd64 = false;
    std::optional<std::uint64_t> m_claimedEntries;
};

/// A bare deflate stream (RFC 1951), or one in a zlib wrapper (RFC 1950).
std::string deflated(const std::string& plain);
std::string zlibWrapped(const std::string& plain);

} // namespace hemo::testing
