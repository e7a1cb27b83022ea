#pragma once

#include "core/result.h"
#include "ml/reader/picture/resample_plane.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace hemo::ml {

/// Decodes a JPEG or PNG file as grey 0..255; of 16 bits with what lies between two greys of 8. Fails:
/// NotFound, Damaged.
Result<Plane> loadGreyPicture(const std::filesystem::path& file);

/// The same, where the file may be named after a patient: `detail` names its row in the manifest instead.
Result<Plane> loadNamedPicture(const std::filesystem::path& file, int row);

/// The same of a file that is in memory. Fails: Damaged.
Result<Plane> decodeGreyPicture(std::span<const std::byte> file);

/// A square picture as a file in memory: JPEG loses a little of every pixel, PNG nothing.
std::vector<std::byte> encodeJpeg(std::span<const std::uint8_t> grey, int side);
std::vector<std::byte> encodePng(std::span<const std::uint8_t> grey, int side);

} // namespace hemo::ml
