#include "core/imaging/source/zip_tail.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hemo::imaging {
namespace {

constexpr std::uint64_t kEndSize = 22, kLocatorSize = 20, kEnd64Size = 56; // APPNOTE 4.3.14 to 4.3.16
constexpr std::uint64_t kLongestComment = 0xffff;
constexpr std::uint64_t kShortestEntry = 46;
constexpr std::uint64_t kLargestDirectory = 64 << 20;

constexpr std::uint32_t kEnd = 0x06054b50, kLocator = 0x07064b50, kEnd64 = 0x06064b50;

std::uint64_t littleNumber(std::span<const std::byte> b, std::size_t at, int bytes) {
    std::uint64_t value = 0;
    for (int i = bytes; i-- > 0;)
        value = value << 8 | std::to_integer<std::uint64_t>(b[at + static_cast<std::size_t>(i)]);
    return value;
}

struct Claim {
    std::uint64_t entries = 0, size = 0, offset = 0;
};

bool liesInside(const Claim& claim, std::uint64_t archiveSize) {
    return claim.size <= archiveSize && claim.offset <= archiveSize - claim.size;
}

bool isPossible(const Claim& claim) {
    return claim.size <= kLargestDirectory && claim.entries <= claim.size / kShortestEntry;
}

/// What the ZIP64 record says that belongs to the end record at `endAt`; none where there is no such record.
std::optional<Claim> zip64Claim(ByteSource& archive, std::uint64_t endAt) {
    if (endAt < kLocatorSize) return std::nullopt;
    std::array<std::byte, kLocatorSize> locator;
    if (!archive.read(endAt - kLocatorSize, locator) || littleNumber(locator, 0, 4) != kLocator)
        return std::nullopt;
    std::array<std::byte, kEnd64Size> record;
    if (!archive.read(littleNumber(locator, 8, 8), record) || littleNumber(record, 0, 4) != kEnd64)
        return std::nullopt;
    // Both counts are looked at: it is not known which one is believed.
    const std::uint64_t here = littleNumber(record, 24, 8), all = littleNumber(record, 32, 8);
    return Claim{std::max(here, all), littleNumber(record, 40, 8), littleNumber(record, 48, 8)};
}

} // namespace

/// A comment may hold what looks like an end record, so each that could be one is looked at.
bool hasPlausibleDirectory(ByteSource& archive) {
    if (archive.size() < kEndSize) return false;
    const std::uint64_t tailSize = std::min(archive.size(), kEndSize + kLongestComment);
    const std::uint64_t tailAt = archive.size() - tailSize;
    std::vector<std::byte> tail(static_cast<std::size_t>(tailSize));
    if (!archive.read(tailAt, tail)) return false;
    bool isFound = false;
    for (std::size_t at = 0; at + kEndSize <= tail.size(); ++at) {
        if (littleNumber(tail, at, 4) != kEnd) continue;
        if (const auto large = zip64Claim(archive, tailAt + at)) {
            if (!liesInside(*large, archive.size()) || !isPossible(*large)) return false;
            isFound = true;
            continue;
        }
        const Claim claim{littleNumber(tail, at + 10, 2), littleNumber(tail, at + 12, 4),
                          littleNumber(tail, at + 16, 4)};
        // One that points elsewhere is no danger, for it counts in 16 bits, and may belong to a member.
        if (!liesInside(claim, archive.size())) continue;
        if (!isPossible(claim)) return false;
        isFound = true;
    }
    return isFound;
}

} // namespace hemo::imaging
