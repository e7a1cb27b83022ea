#include "core/imaging/volume_files/read_voxels.h"

#include "core/image/volume.h"
#include "core/imaging/volume_files/gzip_stream.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace hemo::imaging {
namespace {

/// Voxels that are read and converted in one go: small enough to stay in the processor's cache.
constexpr std::size_t kPiece = 64 * 1024;
constexpr double kLowestHu = kOutsideHu + 1; // kOutsideHu itself is taken
constexpr double kHighestHu = std::numeric_limits<std::int16_t>::max();

tl::unexpected<Error> cutOff() {
    return fail(ErrorCode::Damaged, say("volume_file.damaged_voxels"));
}

/// The voxels' bytes one after another, packed or not.
class VoxelStream {
public:
    VoxelStream(ByteWindow& bytes, const VolumeHeader& header) : m_bytes(bytes) {
        if (header.gzipFrom) m_packed.emplace(bytes, *header.gzipFrom);
    }
    /// Leaves bytes out, in pieces; false where they end before or where it is stopped.
    bool skip(std::uint64_t count, const TaskContext& context) {
        if (!m_packed) {
            m_next += count;
            return true;
        }
        std::vector<std::byte> piece(256 * 1024);
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

/// Rounds, keeps within 16 bits, and notes what was met.
class Converter {
public:
    explicit Converter(const VolumeHeader& header) : m_slope(header.slope), m_intercept(header.intercept) {}

    template <class Stored> void convert(const std::byte* from, std::span<std::int16_t> to) {
        for (std::size_t n = 0; n < to.size(); ++n) {
            Stored stored;
            std::memcpy(&stored, from + n * sizeof(Stored), sizeof(Stored));
            to[n] = toHu(m_slope * static_cast<double>(stored) + m_intercept);
        }
    }
    const VoxelRange& range() const { return m_range; }

private:
    std::int16_t toHu(double value) {
        if (std::isnan(value)) {
            m_range.hasNothing = true;
            return kOutsideHu;
        }
        const double inside = std::clamp(value, kLowestHu, kHighestHu);
        m_range.hu.hasClamped |= std::abs(value - inside) >= 0.5;
        const auto hu = static_cast<int>(std::lround(inside));
        m_range.hu.lowest = std::min(m_range.hu.lowest, hu);
        m_range.hu.highest = std::max(m_range.hu.highest, hu);
        return static_cast<std::int16_t>(hu);
    }

    double m_slope, m_intercept;
    VoxelRange m_range;
};

void convert(VoxelType type, const std::byte* from, std::span<std::int16_t> to, Converter& converter) {
    switch (type) {
    case VoxelType::Int8:
        return converter.convert<std::int8_t>(from, to);
    case VoxelType::Uint8:
        return converter.convert<std::uint8_t>(from, to);
    case VoxelType::Int16:
        return converter.convert<std::int16_t>(from, to);
    case VoxelType::Uint16:
        return converter.convert<std::uint16_t>(from, to);
    case VoxelType::Int32:
        return converter.convert<std::int32_t>(from, to);
    case VoxelType::Uint32:
        return converter.convert<std::uint32_t>(from, to);
    case VoxelType::Float32:
        return converter.convert<float>(from, to);
    case VoxelType::Float64:
        return converter.convert<double>(from, to);
    }
}

Result<void> readSlice(VoxelStream& stream, const VolumeHeader& header, const TaskContext& context,
                       std::span<std::int16_t> target, Converter& converter) {
    const std::size_t each = bytesOf(header.type);
    const bool isSwapped = header.isBigEndian != (std::endian::native == std::endian::big);
    std::vector<std::byte> piece(std::min(kPiece, target.size()) * each);
    while (!target.empty()) {
        if (context.cancelled()) return cancelled();
        const std::size_t count = std::min(kPiece, target.size());
        const std::span<std::byte> bytes = std::span(piece).first(count * each);
        if (!stream.read(bytes)) return cutOff();
        if (isSwapped && each > 1) swapOrder(bytes, each);
        convert(header.type, bytes.data(), target.first(count), converter);
        target = target.subspan(count);
    }
    return {};
}

} // namespace

Result<VoxelRange> readVoxels(ByteWindow& bytes, const VolumeHeader& header, const TaskContext& context,
                              const SliceRoom& room) {
    VoxelStream stream(bytes, header);
    Converter converter(header);
    if (!stream.skip(header.voxelOffset, context)) return context.cancelled() ? cancelled() : cutOff();
    for (int slice = 0; slice < header.slices; ++slice) {
        context.report(static_cast<double>(slice) / header.slices, say("stage.slices"));
        if (auto read = readSlice(stream, header, context, room(slice), converter); !read)
            return tl::unexpected(read.error());
    }
    if (!stream.isSoundToTheEnd()) return cutOff();
    return converter.range();
}

Result<VoxelRange> readOneSlice(ByteWindow& bytes, const VolumeHeader& header, int slice,
                                const TaskContext& context, std::span<std::int16_t> target) {
    VoxelStream stream(bytes, header);
    Converter converter(header);
    const std::uint64_t before = header.voxelOffset + static_cast<std::uint64_t>(slice) *
                                                          header.voxelsPerSlice() * bytesOf(header.type);
    if (!stream.skip(before, context)) return context.cancelled() ? cancelled() : cutOff();
    if (auto read = readSlice(stream, header, context, target, converter); !read)
        return tl::unexpected(read.error());
    return converter.range();
}

} // namespace hemo::imaging
