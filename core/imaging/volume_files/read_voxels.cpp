#include "core/imaging/volume_files/read_voxels.h"

#include "core/imaging/volume_files/gzip_stream.h"

#include <algorithm>
#include <bit>
#include <optional>

namespace hemo::imaging {
namespace {

/// Voxels that are read and converted in one go: small enough to stay in the processor's cache.
constexpr std::size_t kPiece = std::size_t{64} << 10;

tl::unexpected<Error> cutOff() {
    return fail(ErrorCode::Damaged, say("volume_file.damaged_voxels"));
}

/// The voxels' bytes one after another, packed or not.
class VoxelStream {
public:
    VoxelStream(ByteWindow& bytes, const VolumeHeader& header) : m_bytes(bytes) {
        if (header.gzipFrom)
            m_packed.emplace(bytes, *header.gzipFrom,
                             header.isZlib ? GzipStream::Wrapper::Zlib : GzipStream::Wrapper::Gzip);
    }
    /// Leaves bytes out, in pieces; false where they end before or where it is stopped.
    bool skip(std::uint64_t count, const TaskContext& context) {
        if (!m_packed) {
            m_next += count;
            return true;
        }
        std::vector<std::byte> piece(std::size_t{256} << 10);
        while (count > 0 && !context.cancelled()) {
            const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(count, piece.size()));
            if (!m_packed->read(std::span(piece).first(now))) return false;
            count -= now;
        }
        return count == 0;
    }
    bool read(std::span<std::byte> target) {
        if (m_packed) return m_packed->read(target);
        const bool isThere = m_bytes.copyTo(m_next, target);
        m_next += target.size();
        return isThere;
    }
    bool isSoundToTheEnd() { return !m_packed || m_packed->isSoundToTheEnd(); }

private:
    ByteWindow& m_bytes;
    std::optional<GzipStream> m_packed;
    std::uint64_t m_next = 0;
};

void swapOrder(std::span<std::byte> bytes, std::size_t each) {
    for (std::size_t at = 0; at + each <= bytes.size(); at += each)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                     bytes.begin() + static_cast<std::ptrdiff_t>(at + each));
}

Result<void> readSlice(VoxelStream& stream, const VolumeHeader& header, const TaskContext& context,
                       std::span<std::int16_t> target, HuConverter& converter) {
    const std::size_t each = bytesOf(header.type);
    const bool isSwapped = header.isBigEndian != (std::endian::native == std::endian::big);
    std::vector<std::byte> piece(std::min(kPiece, target.size()) * each);
    while (!target.empty()) {
        if (context.cancelled()) return cancelled();
        const std::size_t count = std::min(kPiece, target.size());
        const std::span<std::byte> bytes = std::span(piece).first(count * each);
        if (!stream.read(bytes)) return cutOff();
        if (isSwapped && each > 1) swapOrder(bytes, each);
        converter.convert(bytes, target.first(count));
        target = target.subspan(count);
    }
    return {};
}

} // namespace

Result<VoxelRange> readVoxels(ByteWindow& bytes, const VolumeHeader& header, FileSlices slices,
                              const TaskContext& context, const SliceRoom& room) {
    VoxelStream stream(bytes, header);
    HuConverter converter(header);
    const std::uint64_t each = std::uint64_t{header.voxelsPerSlice()} * bytesOf(header.type);
    if (!stream.skip(header.voxelOffset + static_cast<std::uint64_t>(slices.first) * each, context))
        return context.cancelled() ? cancelled() : cutOff();
    for (int n = 0; n < slices.count; ++n) {
        context.report(static_cast<double>(n) / slices.count, say("stage.slices"));
        if (auto read = readSlice(stream, header, context, room(slices.first + n), converter); !read)
            return tl::unexpected(read.error());
    }
    const bool isToTheEnd = slices.first + slices.count == header.slices;
    if (isToTheEnd && !stream.isSoundToTheEnd()) return cutOff();
    return converter.range();
}

} // namespace hemo::imaging
