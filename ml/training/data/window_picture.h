#pragma once

#include "core/classify/verdict/model_info.h"
#include "ml/reader/picture/resample_plane.h"

#include <cstdint>
#include <vector>

namespace hemo::ml {

/// Grey 0..255, which stands for `scale`, as the 0..80 HU window in bytes, `size` x `size`. A scale that
/// lacks part of it has its ends opened: what it cut off counts as air and bone.
std::vector<std::uint8_t> windowPicture(Plane grey, HuWindow scale, int size);

/// Shares 0..1 as bytes.
std::vector<std::uint8_t> bytesOf(const Plane& plane);

/// A drawn mask 0..255 at the same size.
std::vector<std::uint8_t> resizeMask(Plane mask, int size);

} // namespace hemo::ml
