#include "core/study/derive_uid.h"

#include <algorithm>
#include <cstdint>

namespace hemo {
namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view text, std::uint64_t seed) {
    std::uint64_t value = seed;
    for (char c : text) {
        value ^= static_cast<unsigned char>(c);
        value *= 1099511628211u;
    }
    return value;
}

/// Decimal digits of a 128-bit number given as two halves.
std::string decimal(std::uint64_t high, std::uint64_t low) {
    __extension__ using Wide = unsigned __int128;
    Wide value = static_cast<Wide>(high) << 64 | low;
    std::string digits;
    do {
        digits += static_cast<char>('0' + static_cast<int>(value % 10));
        value /= 10;
    } while (value > 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

} // namespace

std::string deriveUid(std::string_view from, std::string_view role) {
    const std::string text = std::string(from) + '\n' + std::string(role);
    const std::uint64_t low = hash(text, 14695981039346656037u);
    const std::uint64_t high = hash(text, low ^ 0x9e3779b97f4a7c15u);
    // Version and variant bits of an RFC 4122 UUID made from a name, as 2.25 asks for a UUID's number.
    constexpr std::uint64_t kVersion = 0x5000, kVariant = 0x8000000000000000u;
    return "2.25." +
           decimal((high & ~std::uint64_t{0xf000}) | kVersion, (low & ~(std::uint64_t{3} << 62)) | kVariant);
}

bool isValidUid(std::string_view uid) {
    if (uid.empty() || uid.size() > 64) return false;
    std::size_t from = 0;
    for (;;) {
        const std::size_t to = std::min(uid.find('.', from), uid.size());
        const std::string_view part = uid.substr(from, to - from);
        if (part.empty() || (part.size() > 1 && part.front() == '0')) return false;
        if (!std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
        if (to == uid.size()) return true;
        from = to + 1;
    }
}

} // namespace hemo
