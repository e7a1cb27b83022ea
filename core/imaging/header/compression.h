#pragma once

#include "core/words/message.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace hemo::imaging {

/// How a frame's pixels are compressed, as far as there is a decoder. Packed is not at all, though it lies in
/// fragments as if it were.
enum class Compression { None, Packed, Rle, Jpeg, JpegLs, Jpeg2000, Unknown };

/// By transfer syntax (PS3.5 10, PS3.6 A). None for those that do not compress pixels.
Compression compressionOf(std::string_view transferSyntax);

/// By the first bytes of a frame's stream; Unknown where they say nothing.
Compression compressionOf(std::span<const std::byte> stream);

/// One sentence with the name and UID of a compression that cannot be read.
Message whyNotDecodable(std::string_view transferSyntax);

} // namespace hemo::imaging
