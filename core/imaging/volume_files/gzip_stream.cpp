#include "core/imaging/volume_files/gzip_stream.h"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>

namespace hemo::imaging {
namespace {

constexpr int kLargestWindow = 15, kGzip = 16; // added to the window: zlib's way to ask for gzip
constexpr std::size_t kInputBytes = std::size_t{64} * 1024;
constexpr std::size_t kTailBytes =
    std::size_t{64} * 1024; // behind the voxels, where little or nothing is expected

} // namespace

struct GzipStream::State {
    State(ByteWindow& window, std::uint64_t from, Wrapper wrapper) : bytes(window), next(from) {
        if (inflateInit2(&zlib, kLargestWindow + (wrapper == Wrapper::Gzip ? kGzip : 0)) != Z_OK)
            throw std::bad_alloc();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { inflateEnd(&zlib); }

    bool feed();
    bool startNextMember();

    ByteWindow& bytes;
    std::uint64_t next; ///< what is read from `bytes` next
    z_stream zlib{};
    std::array<std::byte, kInputBytes> input;
    bool isAtEnd = false; ///< of a member, whose check sum was right
};

/// More input; false where there is none.
bool GzipStream::State::feed() {
    if (zlib.avail_in > 0) return true;
    const std::uint64_t left = next < bytes.size() ? bytes.size() - next : 0;
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, input.size()));
    if (count == 0 || !bytes.copyTo(next, std::span(input).first(count))) return false;
    next += count;
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(count);
    return true;
}

bool GzipStream::State::startNextMember() {
    if (!feed() || inflateReset(&zlib) != Z_OK) return false;
    isAtEnd = false;
    return true;
}

GzipStream::GzipStream(ByteWindow& bytes, std::uint64_t from, Wrapper wrapper)
    : m_state(std::make_unique<State>(bytes, from, wrapper)) {}
GzipStream::~GzipStream() = default;

bool GzipStream::read(std::span<std::byte> target) {
    State& s = *m_state;
    constexpr std::size_t kMostAtOnce = 1u << 30; // zlib counts in 32 bits
    while (!target.empty()) {
        if (s.isAtEnd && !s.startNextMember()) return false;
        if (!s.feed()) return false;
        const std::size_t wanted = std::min(target.size(), kMostAtOnce);
        s.zlib.next_out = reinterpret_cast<Bytef*>(target.data());
        s.zlib.avail_out = static_cast<uInt>(wanted);
        const int status = inflate(&s.zlib, Z_NO_FLUSH);
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        if (status != Z_OK && status != Z_STREAM_END) return false;
        s.isAtEnd = status == Z_STREAM_END;
        target = target.subspan(wanted - s.zlib.avail_out);
    }
    return true;
}

bool GzipStream::isSoundToTheEnd() {
    State& s = *m_state;
    std::array<std::byte, 4096> rest;
    for (std::size_t unpacked = 0; !s.isAtEnd && unpacked < kTailBytes;) {
        if (!s.feed()) return false;
        s.zlib.next_out = reinterpret_cast<Bytef*>(rest.data());
        s.zlib.avail_out = static_cast<uInt>(rest.size());
        const int status = inflate(&s.zlib, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) return false;
        s.isAtEnd = status == Z_STREAM_END;
        unpacked += rest.size() - s.zlib.avail_out;
    }
    return true;
}

} // namespace hemo::imaging
