#pragma once

#include "core/image/rgba_image.h"
#include "core/result.h"

#include <filesystem>

namespace hemo::imaging {

/// Writes a PNG, 8-bit RGB. Fails: WriteFailed.
Result<void> writePng(const RgbaImage& image, const std::filesystem::path& file);

} // namespace hemo::imaging
