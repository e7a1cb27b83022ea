#include "core/imaging/pixels/check_stream.h"

#include "core/imaging/pixels/check_jpeg.h"

#include <array>
#include <string_view>

namespace hemo::imaging {
namespace {

bool isOneOf(std::string_view syntax, std::span<const std::string_view> last) {
    constexpr std::string_view kRoot = "1.2.840.10008.1.2.4.";
    if (!syntax.starts_with(kRoot)) return false;
    for (std::string_view part : last)
        if (syntax.substr(kRoot.size()) == part) return true;
    return false;
}

} // namespace

Result<std::span<const std::byte>> checkStream(std::span<const std::byte> frame, const PixelLayout& pixels) {
    constexpr std::array<std::string_view, 4> kJpeg{"50", "51", "57", "70"},
        kJpeg2000{"90", "91", "92", "93"};
    constexpr std::array<std::string_view, 2> kJpegLs{"80", "81"};
    if (isOneOf(pixels.transferSyntax, kJpeg)) return checkJpeg(StreamBytes(frame), pixels);
    if (isOneOf(pixels.transferSyntax, kJpegLs)) return checkJpegLs(StreamBytes(frame), pixels);
    if (isOneOf(pixels.transferSyntax, kJpeg2000)) return checkJpeg2000(StreamBytes(frame), pixels);
    return unknownCoding("a transfer syntax without a decoder");
}

} // namespace hemo::imaging
