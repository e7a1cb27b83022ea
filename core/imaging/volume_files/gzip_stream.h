#pragma once

#include "core/imaging/header/byte_window.h"

#include <memory>

namespace hemo::imaging {

/// Unpacks a gzip stream (RFC 1952) from front to back, in pieces, so that it can be stopped between them. It
/// may have several members one after another, as parallel packers write them. Or a zlib stream (RFC 1950).
/// One thread.
class GzipStream {
public:
    enum class Wrapper { Gzip, Zlib };
    /// `bytes` outlives this. May throw std::bad_alloc.
    GzipStream(ByteWindow& bytes, std::uint64_t from, Wrapper wrapper = Wrapper::Gzip);
    ~GzipStream();

    /// Fills all of `target`. False where the stream ends before, or is damaged.
    bool read(std::span<std::byte> target);
    /// Reads on to the end of the member and compares its check sum, where that is near; false where the
    /// stream is damaged or cut off.
    bool isSoundToTheEnd();

    /// No gzip stream unpacks to more than this many times its size (RFC 1951: 258 bytes from two bits).
    static constexpr std::uint64_t kMostExpansion = 1032;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hemo::imaging
