#pragma once

#include "core/image/volume.h"
#include "ml/training/data/random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hemo::ml {

/// What is bone in a training picture: they end at 80 HU.
inline constexpr int kPictureBoneHu = 78;

/// What a scanner would have made of what was drawn, in HU beside the volume's own: edges as soft as its
/// kernel makes them, and its noise in blood as in brain. A network would learn sharp edges and smoothness
/// instead of blood.
std::vector<float> scannedChange(const Volume& volume, std::span<const std::int16_t> drawnHu, Random& random);

} // namespace hemo::ml
