#include "core/imaging/header/justified_size.h"

namespace hemo::imaging {

bool isJustified(const PixelLayout& pixels, int frames, std::uint64_t fileBytes) {
    // An empty picture of any size fits into some hundred bytes of JPEG 2000, so a few megabytes are always
    // believed; past that, nothing of a head shrinks more than this.
    constexpr std::uint64_t kAlwaysBelieved = 8u << 20, kMostShrunk = 1000, kMostMissing = 4;
    const std::uint64_t claimed = static_cast<std::uint64_t>(pixels.bytes()) * static_cast<unsigned>(frames);
    const std::uint64_t ratio = pixels.place.isEncapsulated ? kMostShrunk : kMostMissing;
    return claimed <= kAlwaysBelieved || claimed / ratio <= fileBytes;
}

} // namespace hemo::imaging
