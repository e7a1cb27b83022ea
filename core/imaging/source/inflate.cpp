#include "core/imaging/source/inflate.h"

#include <algorithm>
#include <libdeflate.h>
#include <limits>
#include <new>
#include <zlib.h>

namespace hemo::imaging {
namespace {

/// zlib counts in 32 bits.
uInt pieceOf(std::size_t size) {
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

} // namespace

struct Inflater::Stream {
    z_stream z{};
};

Inflater::Inflater(Wrapper wrapper) : m_stream(std::make_unique<Stream>()) {
    const int windowBits = wrapper == Wrapper::Zlib ? MAX_WBITS : -MAX_WBITS;
    if (::inflateInit2(&m_stream->z, windowBits) != Z_OK) throw std::bad_alloc();
}

Inflater::~Inflater() {
    ::inflateEnd(&m_stream->z);
}

Inflater::Progress Inflater::run(std::span<const std::byte> in, std::span<std::byte> out) {
    Progress progress;
    z_stream& z = m_stream->z;
    Bytef nothing = 0; // zlib wants a place even where it may write nothing
    for (;;) {
        const uInt room = pieceOf(out.size() - progress.produced);
        const uInt given = pieceOf(in.size() - progress.consumed);
        z.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(in.data() + progress.consumed));
        z.avail_in = given;
        z.next_out = out.empty() ? &nothing : reinterpret_cast<Bytef*>(out.data() + progress.produced);
        z.avail_out = room;
        const int answer = ::inflate(&z, Z_NO_FLUSH);
        progress.consumed += given - z.avail_in;
        progress.produced += room - z.avail_out;
        if (answer == Z_STREAM_END) {
            progress.step = Step::End;
            return progress;
        }
        if (answer == Z_MEM_ERROR) throw std::bad_alloc();
        if (answer == Z_BUF_ERROR) return progress; // nothing more to do with what was given
        if (answer != Z_OK) {
            progress.step = Step::Damaged;
            return progress;
        }
        if (given == z.avail_in && room == z.avail_out) return progress;
    }
}

bool inflateWhole(std::span<const std::byte> packed, std::span<std::byte> plain) {
    const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
    if (!decompressor) throw std::bad_alloc();
    std::byte nothing{}; // an empty span may have no place
    std::size_t used = 0;
    // With no place for the true size anything but a full `plain` is an error.
    return libdeflate_deflate_decompress_ex(decompressor.get(), packed.data(), packed.size(),
                                            plain.empty() ? &nothing : plain.data(), plain.size(), &used,
                                            nullptr) == LIBDEFLATE_SUCCESS;
}

bool isJustified(std::uint64_t compressedSize, std::uint64_t claimedSize) {
    constexpr std::uint64_t kMiB = 1 << 20;
    constexpr std::uint64_t kMostOfDeflate = 1032; // two bits give at most 258 bytes (RFC 1951 3.2.5)
    constexpr std::uint64_t kMostOfImages = 200;   // one slice of one value beats it, a large stack does not
    constexpr std::uint64_t kAlwaysSmall = 64 * kMiB;
    constexpr std::uint64_t kLargest = 4608 * kMiB; // pixels of 4 GiB, all that DICOM can say, and a header
    if (claimedSize > kLargest) return false;
    const std::uint64_t ratio = claimedSize > kAlwaysSmall ? kMostOfImages : kMostOfDeflate;
    return claimedSize / ratio <= compressedSize;
}

std::uint32_t checksum(std::span<const std::byte> bytes, std::uint32_t before) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

} // namespace hemo::imaging
