#pragma once

#include "core/result.h"
#include "ml/resample_plane.h"

#include <filesystem>

namespace hemo::ml {

/// Decodes a JPEG or PNG file as grey 0..255. Fails: NotFound, Damaged.
Result<Plane> readGreyPicture(const std::filesystem::path& file);

} // namespace hemo::ml
