#include "core/imaging/source/meta_header.h"

#include "core/imaging/header/tags.h"
#include "core/imaging/header/text_encoding.h"

namespace hemo::imaging {
namespace {

std::uint32_t littleNumber(std::span<const std::byte> b, std::size_t at, std::size_t bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes; i-- > 0;)
        value = value << 8 | std::to_integer<std::uint32_t>(b[at + i]);
    return value;
}

std::string_view asText(std::span<const std::byte> b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

struct Head {
    Tag tag;
    std::uint64_t valueAt = 0;
    std::uint32_t length = 0;
};

/// Explicit VR little endian, as group 2 always is; OB alone has a length of four bytes there.
std::optional<Head> headAt(ByteWindow& file, std::uint64_t at) {
    const auto b = file.bytes(at, 8);
    if (b.empty()) return std::nullopt;
    Head head{{static_cast<std::uint16_t>(littleNumber(b, 0, 2)),
               static_cast<std::uint16_t>(littleNumber(b, 2, 2))},
              at + 8,
              littleNumber(b, 6, 2)};
    if (const auto vr = asText(b.subspan(4, 2)); vr == "OB" || vr == "UN") {
        const auto rest = file.bytes(at + 8, 4);
        if (rest.empty()) return std::nullopt;
        head.length = littleNumber(rest, 0, 4);
        head.valueAt = at + 12;
    }
    return head;
}

} // namespace

std::optional<MetaHeader> parseMetaHeader(ByteWindow& file) {
    constexpr std::uint64_t kPreamble = 132;
    constexpr std::uint64_t kLongestMeta = std::uint64_t{8} * 1024;
    constexpr std::uint32_t kLongestUid = 64;
    const auto start = file.bytes(0, kPreamble);
    if (start.empty() || asText(start).substr(128) != "DICM") return std::nullopt;
    MetaHeader meta;
    for (meta.endsAt = kPreamble; meta.endsAt < kLongestMeta;) {
        const auto head = headAt(file, meta.endsAt);
        if (!head || head->tag.group != 0x0002) return meta;
        if (!file.holds(head->valueAt, head->length)) return std::nullopt;
        const bool isUid = head->tag == tag::kMediaStorageSopClassUid || head->tag == tag::kTransferSyntaxUid;
        if (isUid && head->length > 0 && head->length <= kLongestUid) {
            const auto value = std::string(trimmed(asText(file.bytes(head->valueAt, head->length))));
            (head->tag == tag::kTransferSyntaxUid ? meta.transferSyntax : meta.mediaStorageSopClassUid) =
                value;
        }
        meta.endsAt = head->valueAt + head->length;
    }
    return std::nullopt;
}

} // namespace hemo::imaging
