#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace hemo::imaging {

/// A compressed frame's bytes by their place. JPEG's standards write numbers big end first.
/// Reading beyond the end gives zeros, so callers check `holds` where that matters.
class StreamBytes {
public:
    explicit StreamBytes(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::size_t size() const { return m_bytes.size(); }
    bool holds(std::size_t at, std::size_t count) const {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    unsigned byte(std::size_t at) const {
        return at < m_bytes.size() ? std::to_integer<unsigned>(m_bytes[at]) : 0;
    }
    unsigned word(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
    std::uint32_t longWord(std::size_t at) const {
        return static_cast<std::uint32_t>(word(at)) << 16 | word(at + 2);
    }
    std::span<const std::byte> part(std::size_t at, std::size_t count) const {
        return m_bytes.subspan(at, count);
    }

private:
    std::span<const std::byte> m_bytes;
};

/// Why a frame is not decoded; `detail` says what was wrong, for the log.
inline tl::unexpected<Error> brokenStream(const char* detail) {
    return fail(ErrorCode::Damaged, say("pixels.not_decoded"), detail);
}

inline tl::unexpected<Error> unknownCoding(const char* detail) {
    return fail(ErrorCode::Unsupported, say("compression.unreadable"), detail);
}

} // namespace hemo::imaging
