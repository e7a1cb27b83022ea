#include "core/imaging/header/compression.h"

#include "core/imaging/header/stream_bytes.h"
#include "core/imaging/header/tags.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hemo::imaging {
namespace {

struct Named {
    std::string_view uid;
    const char* name;
};

constexpr std::string_view kRoot = "1.2.840.10008.1.2";

/// Those of PS3.6 table A-1 that nobody reads here, behind the common root.
constexpr std::array kUnread{
    Named{".4.52", "JPEG Extended, Process 3 and 5"},
    Named{".4.53", "JPEG Spectral Selection, Process 6 and 8"},
    Named{".4.54", "JPEG Spectral Selection, Process 7 and 9"},
    Named{".4.55", "JPEG Full Progression, Process 10 and 12"},
    Named{".4.56", "JPEG Full Progression, Process 11 and 13"},
    Named{".4.58", "JPEG Lossless, Process 15"},
    Named{".4.59", "JPEG Extended, Hierarchical, Process 16 and 18"},
    Named{".4.60", "JPEG Extended, Hierarchical, Process 17 and 19"},
    Named{".4.61", "JPEG Spectral Selection, Hierarchical, Process 20 and 22"},
    Named{".4.62", "JPEG Spectral Selection, Hierarchical, Process 21 and 23"},
    Named{".4.63", "JPEG Full Progression, Hierarchical, Process 24 and 26"},
    Named{".4.64", "JPEG Full Progression, Hierarchical, Process 25 and 27"},
    Named{".4.65", "JPEG Lossless, Hierarchical, Process 28"},
    Named{".4.66", "JPEG Lossless, Hierarchical, Process 29"},
    Named{".4.92", "JPEG 2000 Part 2 Multi-component Lossless"},
    Named{".4.93", "JPEG 2000 Part 2 Multi-component"},
    Named{".4.94", "JPIP Referenced"},
    Named{".4.95", "JPIP Referenced Deflate"},
    Named{".4.100", "MPEG2 Main Profile / Main Level"},
    Named{".4.100.1", "Fragmentable MPEG2 Main Profile / Main Level"},
    Named{".4.101", "MPEG2 Main Profile / High Level"},
    Named{".4.101.1", "Fragmentable MPEG2 Main Profile / High Level"},
    Named{".4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1"},
    Named{".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1"},
    Named{".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"},
    Named{".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1"},
    Named{".4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"},
    Named{".4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video"},
    Named{".4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"},
    Named{".4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video"},
    Named{".4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"},
    Named{".4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2"},
    Named{".4.107", "HEVC/H.265 Main Profile / Level 5.1"},
    Named{".4.108", "HEVC/H.265 Main 10 Profile / Level 5.1"},
    Named{".4.110", "JPEG XL Lossless"},
    Named{".4.111", "JPEG XL JPEG Recompression"},
    Named{".4.112", "JPEG XL"},
    Named{".4.201", "High-Throughput JPEG 2000 Lossless"},
    Named{".4.202", "High-Throughput JPEG 2000 with RPCL Options Lossless"},
    Named{".4.203", "High-Throughput JPEG 2000"},
    Named{".4.204", "JPIP HTJ2K Referenced"},
    Named{".4.205", "JPIP HTJ2K Referenced Deflate"},
    Named{".6.1", "RFC 2557 MIME Encapsulation"},
    Named{".6.2", "XML Encoding"},
    Named{".7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video"},
    Named{".7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video"},
    Named{".7.3", "SMPTE ST 2110-30 PCM Digital Audio"},
    Named{".8.1", "Deflated Image Frame Compression"},
};

} // namespace

Compression compressionOf(std::string_view transferSyntax) {
    static constexpr std::array<std::pair<std::string_view, Compression>, 14> kRead{{
        {"", Compression::None}, // implicit little endian
        {".1", Compression::None},
        {".1.98", Compression::Packed},
        {".1.99", Compression::None}, // deflated as a whole
        {".2", Compression::None},
        {".4.50", Compression::Jpeg},
        {".4.51", Compression::Jpeg},
        {".4.57", Compression::Jpeg},
        {".4.70", Compression::Jpeg},
        {".4.80", Compression::JpegLs},
        {".4.81", Compression::JpegLs},
        {".4.90", Compression::Jpeg2000},
        {".4.91", Compression::Jpeg2000},
        {".5", Compression::Rle},
    }};
    if (transferSyntax.empty() || transferSyntax == uid::kGeBigEndianPixels) return Compression::None;
    if (!transferSyntax.starts_with(kRoot)) return Compression::Unknown;
    for (const auto& [uid, compression] : kRead)
        if (transferSyntax.substr(kRoot.size()) == uid) return compression;
    return Compression::Unknown;
}

Compression compressionOf(std::span<const std::byte> stream) {
    const StreamBytes in(stream);
    if (in.longWord(0) == 0xff4fff51 || in.longWord(4) == 0x6a502020) return Compression::Jpeg2000;
    // RLE begins with the number of its segments, and the first begins behind the head (PS3.5 G.5).
    if (in.longWord(4) == 0x40000000 && in.byte(0) >= 1 && in.byte(0) <= 15) return Compression::Rle;
    if (in.word(0) != 0xffd8) return Compression::Unknown;
    for (std::size_t at = 2; in.byte(at) == 0xff && in.holds(at, 4);) {
        const unsigned marker = in.byte(at + 1);
        if (marker == 0xf7) return Compression::JpegLs;
        if (marker == 0xc0 || marker == 0xc1 || marker == 0xc3) return Compression::Jpeg;
        at += marker == 0xff ? 1 : 2 + in.word(at + 2);
    }
    return Compression::Unknown;
}

Message whyNotDecodable(std::string_view transferSyntax) {
    const auto known = std::find_if(kUnread.begin(), kUnread.end(), [&](const Named& n) {
        return transferSyntax.starts_with(kRoot) && transferSyntax.substr(kRoot.size()) == n.uid;
    });
    // What stands there instead of a UID is not repeated: nobody knows what it holds.
    const bool isUid = transferSyntax.find_first_not_of("0123456789.") == std::string_view::npos;
    const Argument uid = isUid ? Argument(transferSyntax) : Argument(say("compression.no_uid"));
    if (known != kUnread.end()) return say("compression.known", known->name, uid);
    return say("compression.unknown", uid);
}

} // namespace hemo::imaging
