#include "core/imaging/pixels/check_jpeg.h"

#include <string_view>

namespace hemo::imaging {
namespace {

/// The second byte of a marker; the first is 0xff.
enum Marker : unsigned {
    kSof0 = 0xc0,  // baseline
    kSof1 = 0xc1,  // extended, sequential
    kSof3 = 0xc3,  // lossless
    kSof15 = 0xcf, // the last of those that start a frame
    kDht = 0xc4,
    kJpg = 0xc8,
    kDac = 0xcc,
    kRst0 = 0xd0,
    kRst7 = 0xd7,
    kSoi = 0xd8,
    kEoi = 0xd9,
    kSos = 0xda,
    kDqt = 0xdb,
    kDri = 0xdd,
    kApp0 = 0xe0,
    kApp14 = 0xee,
    kApp15 = 0xef,
    kSof55 = 0xf7, // JPEG-LS
    kLse = 0xf8,
    kCom = 0xfe,
};

/// One walk over the markers of a frame, from its first to its end.
class JpegWalk {
public:
    enum class Kind { Jpeg, JpegLs };
    JpegWalk(StreamBytes stream, const PixelLayout& pixels, Kind kind)
        : m_stream(stream), m_pixels(pixels), m_kind(kind) {}

    Result<std::span<const std::byte>> run() {
        if (m_stream.word(0) != (0xff00 | kSoi)) return brokenStream("no start of a JPEG image");
        m_at = 2;
        while (!m_isAtEnd)
            if (auto step = readSegment(); !step) return tl::unexpected(step.error());
        if (m_scans == 0) return brokenStream("a JPEG image without a scan");
        return m_stream.part(0, m_at);
    }

private:
    Result<void> readSegment() {
        if (m_stream.byte(m_at) != 0xff) return brokenStream("bytes between two JPEG markers");
        while (m_stream.byte(m_at + 1) == 0xff)
            ++m_at; // fill bytes (B.1.1.2)
        if (!m_stream.holds(m_at, 2)) return brokenStream("a JPEG stream is cut off");
        const unsigned marker = m_stream.byte(m_at + 1);
        m_at += 2;
        if (marker == kEoi) {
            m_isAtEnd = true;
            return {};
        }
        // Others have a length of two bytes that counts itself; a codec that skips past the end never ends.
        const std::size_t length = m_stream.word(m_at);
        if (length < 2 || !m_stream.holds(m_at, length)) return brokenStream("a JPEG marker is cut off");
        if (auto known = checkSegment(marker, m_at + 2, length - 2); !known) return known;
        m_at += length;
        if (marker == kSos) skipScan();
        return {};
    }

    Result<void> checkSegment(unsigned marker, std::size_t at, std::size_t length) {
        if (marker == kSos) return checkScan();
        if (isFrameStart(marker)) return checkFrame(marker, at, length);
        const bool isPlain = marker == kDri || marker == kCom || (marker >= kApp0 && marker <= kApp15);
        if (m_kind == Kind::JpegLs && (isPlain || marker == kLse)) return {};
        if (m_kind == Kind::Jpeg && isPlain) return checkApplication(marker, at, length);
        if (m_kind == Kind::Jpeg && (marker == kDht || marker == kDqt)) return {};
        return unknownCoding("a JPEG marker that is not used here");
    }

    static bool isFrameStart(unsigned marker) {
        return marker == kSof55 ||
               (marker >= kSof0 && marker <= kSof15 && marker != kDht && marker != kJpg && marker != kDac);
    }

    Result<void> checkScan() {
        // Sequential and lossless images have at most one scan a component (B.2.3), and each scan is walked
        // by the codec over the whole image: thousands of empty ones would last for minutes.
        if (!m_hasFrame) return brokenStream("a JPEG scan before its frame");
        if (++m_scans > m_pixels.samplesPerPixel) return brokenStream("too many JPEG scans");
        return {};
    }

    /// What makes the codec warn before it knows the image, which ends in an assertion of GDCM's.
    static bool isApplicationFit(StreamBytes stream, unsigned marker, std::size_t at, std::size_t length) {
        const auto is = [&](std::string_view name) {
            for (std::size_t i = 0; i < name.size(); ++i)
                if (stream.byte(at + i) != static_cast<unsigned char>(name[i])) return false;
            return length >= name.size();
        };
        if (marker == kApp0 && is("JFIF")) return length >= 14 && stream.byte(at + 5) == 1;    // the version
        if (marker == kApp14 && is("Adobe")) return length >= 12 && stream.byte(at + 11) <= 1; // RGB or YCbCr
        return true;
    }

    Result<void> checkApplication(unsigned marker, std::size_t at, std::size_t length) {
        if (!isApplicationFit(m_stream, marker, at, length)) return unknownCoding("JPEG application data");
        return {};
    }

    Result<void> checkFrame(unsigned marker, std::size_t at, std::size_t length) {
        const bool isKnown =
            m_kind == Kind::JpegLs ? marker == kSof55 : marker == kSof0 || marker == kSof1 || marker == kSof3;
        if (!isKnown) return unknownCoding("a JPEG process that is not used here");
        if (m_hasFrame) return brokenStream("two JPEG frames in one");
        m_hasFrame = true;
        const unsigned components = m_stream.byte(at + 5);
        if (length != 6 + 3 * std::size_t{components}) return brokenStream("length of a JPEG frame's head");
        const int bits = static_cast<int>(m_stream.byte(at));
        const bool isLossless = marker == kSof3 || marker == kSof55;
        if (isLossless ? bits < 2 || bits > 16 : bits != 8 && bits != 12)
            return brokenStream("bit depth of a JPEG image");
        if (bits > m_pixels.bitsAllocated) return brokenStream("a JPEG image is deeper than its header says");
        if (static_cast<int>(m_stream.word(at + 1)) != m_pixels.rows ||
            static_cast<int>(m_stream.word(at + 3)) != m_pixels.columns)
            return brokenStream("a JPEG image has another size than its header says");
        if (static_cast<int>(components) != m_pixels.samplesPerPixel)
            return brokenStream("a JPEG image has other components than its header says");
        for (std::size_t c = 0; c < components; ++c)
            if (!isSampling(m_stream.byte(at + 7 + 3 * c))) return brokenStream("sampling of a JPEG image");
        return {};
    }

    /// Colours are sampled down by two at most, and not at all in JPEG-LS.
    bool isSampling(unsigned factors) const {
        const unsigned across = factors >> 4, down = factors & 15;
        const unsigned most = m_kind == Kind::JpegLs ? 1 : 2;
        return across >= 1 && across <= most && down >= 1 && down <= most;
    }

    /// To the marker that ends the entropy coded bytes: in JPEG 0xff is followed by 0x00 or a restart there,
    /// in JPEG-LS by a bit of zero (14495-1 C.1).
    void skipScan() {
        for (; m_at < m_stream.size(); ++m_at) {
            if (m_stream.byte(m_at) != 0xff) continue;
            const unsigned next = m_stream.byte(m_at + 1);
            const bool isStuffed = m_kind == Kind::JpegLs ? next < 0x80 : next == 0;
            if (!isStuffed && next != 0xff && (next < kRst0 || next > kRst7)) return;
        }
    }

    StreamBytes m_stream;
    const PixelLayout& m_pixels;
    Kind m_kind;
    std::size_t m_at = 0;
    bool m_isAtEnd = false, m_hasFrame = false;
    int m_scans = 0;
};

} // namespace

Result<std::span<const std::byte>> checkJpeg(StreamBytes stream, const PixelLayout& pixels) {
    return JpegWalk(stream, pixels, JpegWalk::Kind::Jpeg).run();
}

Result<std::span<const std::byte>> checkJpegLs(StreamBytes stream, const PixelLayout& pixels) {
    return JpegWalk(stream, pixels, JpegWalk::Kind::JpegLs).run();
}

} // namespace hemo::imaging
