#include "core/imaging/pixels/check_jpeg.h"

#include <algorithm>
#include <vector>

namespace hemo::imaging {
namespace {

enum Marker : unsigned {
    kSoc = 0xff4f,
    kSiz = 0xff51,
    kCod = 0xff52,
    kCoc = 0xff53,
    kSot = 0xff90,
    kSod = 0xff93,
    kEoc = 0xffd9,
};

constexpr std::size_t kTilePartHead = 14; // SOT and SOD
constexpr unsigned kMostLayers = 256;     // encoders write up to about 50
constexpr unsigned kSmallestPrecinct = 4; // as a power of two; encoders write 7 or 8

/// One walk over a code stream's main header and its tile parts.
class CodestreamWalk {
public:
    CodestreamWalk(StreamBytes stream, const PixelLayout& pixels) : m_stream(stream), m_pixels(pixels) {}

    Result<std::span<const std::byte>> run() {
        if (m_stream.word(0) != kSoc || m_stream.word(2) != kSiz)
            return brokenStream("no start of a JPEG 2000 image");
        m_at = 2;
        if (auto head = readMainHeader(); !head) return tl::unexpected(head.error());
        if (auto tiles = readTileParts(); !tiles) return tl::unexpected(tiles.error());
        return m_stream.part(0, m_at);
    }

private:
    Result<void> readMainHeader() {
        while (m_stream.word(m_at) != kSot)
            if (auto segment = readSegment(); !segment) return segment;
        if (!m_hasCoding) return brokenStream("a JPEG 2000 image without coding style");
        return {};
    }

    /// Marker segments between SIZ and the first tile, or between a tile part's head and its data.
    Result<void> readSegment() {
        const unsigned marker = m_stream.word(m_at);
        const std::size_t length = m_stream.word(m_at + 2), at = m_at + 4;
        if ((marker & 0xff00) != 0xff00 || length < 2 || !m_stream.holds(m_at + 2, length))
            return brokenStream("a JPEG 2000 header is cut off");
        m_at += 2 + length;
        if (marker == kSiz) return checkSize(at, length - 2);
        if (marker == kCod) return checkCoding(at, length - 2);
        if (marker == kCoc) return checkComponentCoding(at, length - 2);
        return {};
    }

    /// A.5.1: the image's place on a grid, that of its tiles, and each component's depth and sampling.
    Result<void> checkSize(std::size_t at, std::size_t length) {
        if (m_tiles > 0) return brokenStream("two sizes of a JPEG 2000 image");
        const auto value = [&](std::size_t index) -> std::uint64_t {
            return m_stream.longWord(at + 2 + 4 * index);
        };
        const std::uint64_t right = value(0), bottom = value(1), left = value(2), top = value(3);
        const std::uint64_t tileWidth = value(4), tileHeight = value(5), tileLeft = value(6),
                            tileTop = value(7);
        const unsigned components = m_stream.word(at + 34);
        if (length != 36 + 3 * std::size_t{components}) return brokenStream("length of a JPEG 2000 size");
        if (left > right || top > bottom || right - left != static_cast<unsigned>(m_pixels.columns) ||
            bottom - top != static_cast<unsigned>(m_pixels.rows))
            return brokenStream("a JPEG 2000 image has another size than its header says");
        if (static_cast<int>(components) != m_pixels.samplesPerPixel)
            return brokenStream("a JPEG 2000 image has other components than its header says");
        if (tileWidth == 0 || tileHeight == 0 || tileLeft > left || tileTop > top ||
            tileLeft + tileWidth <= left || tileTop + tileHeight <= top)
            return brokenStream("tiles of a JPEG 2000 image");
        const std::uint64_t across = (right - tileLeft + tileWidth - 1) / tileWidth;
        const std::uint64_t down = (bottom - tileTop + tileHeight - 1) / tileHeight;
        // Memory for each tile is taken before the tile is seen.
        if (across * down > 65535 || across * down * kTilePartHead > m_stream.size())
            return brokenStream("more JPEG 2000 tiles than the stream can hold");
        m_tiles = static_cast<std::size_t>(across * down);
        for (std::size_t c = 0; c < components; ++c)
            if (!isComponent(at + 36 + 3 * c)) return brokenStream("depth of a JPEG 2000 image");
        return {};
    }

    /// GDCM writes one byte a sample up to 8 bits and two above, whatever the header made room for.
    bool isComponent(std::size_t at) const {
        const int bits = static_cast<int>(m_stream.byte(at) & 0x7f) + 1;
        const bool fits = m_pixels.bitsAllocated == 8 ? bits <= 8 : bits > 8 && bits <= 16;
        return fits && m_stream.byte(at + 1) == 1 && m_stream.byte(at + 2) == 1;
    }

    /// A.6.1: layers and precincts each multiply what the decoder takes.
    Result<void> checkCoding(std::size_t at, std::size_t length) {
        m_hasCoding = true;
        const unsigned layers = m_stream.word(at + 2), transform = m_stream.byte(at + 4);
        if (length < 10 || layers == 0 || layers > kMostLayers || transform > 1)
            return brokenStream("coding style of a JPEG 2000 image");
        return checkLevels(at + 5, length - 5, (m_stream.byte(at) & 1) != 0);
    }

    /// A.6.2, for less than 257 components.
    Result<void> checkComponentCoding(std::size_t at, std::size_t length) const {
        if (length < 7) return brokenStream("coding style of a JPEG 2000 component");
        return checkLevels(at + 2, length - 2, (m_stream.byte(at + 1) & 1) != 0);
    }

    /// Table A.15: levels, code blocks, transformation, a precinct's size a level.
    Result<void> checkLevels(std::size_t at, std::size_t length, bool hasPrecincts) const {
        const std::size_t levels = m_stream.byte(at);
        if (levels > 32 || m_stream.byte(at + 4) > 1 || (hasPrecincts && length < 5 + levels + 1))
            return brokenStream("levels of a JPEG 2000 image");
        for (std::size_t level = 0; hasPrecincts && level <= levels; ++level) {
            const unsigned size = m_stream.byte(at + 5 + level);
            if ((size & 15) < kSmallestPrecinct || size >> 4 < kSmallestPrecinct)
                return brokenStream("precincts of a JPEG 2000 image");
        }
        return {};
    }

    /// A.4.2: every tile part in full, every tile, then the end. A decoder makes do with less, and draws a
    /// coarse or an empty picture.
    Result<void> readTileParts() {
        std::vector<bool> seen(m_tiles, false);
        while (m_stream.word(m_at) == kSot) {
            const std::size_t start = m_at, tile = m_stream.word(m_at + 4);
            std::size_t length = m_stream.longWord(m_at + 6);
            if (length == 0) length = toLastEnd(); // up to the end of the image
            if (m_stream.word(m_at + 2) != 10 || length < kTilePartHead || !m_stream.holds(m_at, length))
                return brokenStream("a JPEG 2000 tile is cut off");
            if (tile >= seen.size()) return brokenStream("a JPEG 2000 tile that is not there");
            for (m_at += 12; m_stream.word(m_at) != kSod;)
                if (auto segment = readSegment(); !segment) return segment;
            if (m_at + 2 > start + length) return brokenStream("a JPEG 2000 tile is cut off");
            seen[tile] = true;
            m_at = start + length;
        }
        if (m_stream.word(m_at) != kEoc) return brokenStream("a JPEG 2000 stream is cut off");
        m_at += 2;
        if (std::find(seen.begin(), seen.end(), false) != seen.end())
            return brokenStream("a JPEG 2000 tile is missing");
        return {};
    }

    std::size_t toLastEnd() const {
        for (std::size_t end = m_stream.size(); end >= m_at + 2; --end)
            if (m_stream.word(end - 2) == kEoc) return end - 2 - m_at;
        return 0;
    }

    StreamBytes m_stream;
    const PixelLayout& m_pixels;
    std::size_t m_at = 0, m_tiles = 0;
    bool m_hasCoding = false;
};

/// The code stream in a JP2 file's boxes (I.4). Boxes around it name colours, which no CT has.
Result<std::span<const std::byte>> codestreamOf(StreamBytes stream) {
    constexpr std::uint32_t kCodestreamBox = 0x6a703263; // "jp2c"
    for (std::size_t at = 0; stream.holds(at, 8);) {
        std::uint64_t length = stream.longWord(at), head = 8;
        if (length == 1) {
            length = std::uint64_t{stream.longWord(at + 8)} << 32 | stream.longWord(at + 12);
            head = 16;
        } else if (length == 0) {
            length = stream.size() - at; // to the end
        }
        if (length < head || !stream.holds(at, head) || length > stream.size() - at) break;
        if (stream.longWord(at + 4) == kCodestreamBox)
            return stream.part(at + head, static_cast<std::size_t>(length - head));
        at += static_cast<std::size_t>(length);
    }
    return brokenStream("a JP2 file without a code stream");
}

} // namespace

Result<std::span<const std::byte>> checkJpeg2000(StreamBytes stream, const PixelLayout& pixels) {
    constexpr std::uint32_t kSignatureBox = 0x6a502020; // "jP  "
    if (stream.longWord(4) != kSignatureBox) return CodestreamWalk(stream, pixels).run();
    const auto inside = codestreamOf(stream);
    if (!inside) return tl::unexpected(inside.error());
    return CodestreamWalk(StreamBytes(*inside), pixels).run();
}

} // namespace hemo::imaging
