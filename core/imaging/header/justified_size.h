#pragma once

#include "core/imaging/header/slice_header.h"

#include <cstdint>

namespace hemo::imaging {

/// True where a file of `fileBytes` may be believed when it claims `frames` frames of this layout, so that
/// nobody takes memory that the file cannot fill. For plain pixels they need not be there to the last byte:
/// which of them are missing is found when they are read.
bool isJustified(const PixelLayout& pixels, int frames, std::uint64_t fileBytes);

} // namespace hemo::imaging
