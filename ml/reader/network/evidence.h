#pragma once

#include "ml/reader/network/bifpn.h"

namespace hemo::ml {

inline constexpr std::int64_t kFinestStride = 8; ///< of P3, and of every heat map, in pixels of the input

/// Evidence at one level, batch x places x places, laid over `pixels` x `pixels` of a heat map (bilinear),
/// place n at pixel `placeStride * n` of the network's input; what speaks against the answer is cut to 0.
torch::Tensor heatMap(const torch::Tensor& evidence, double placeStride, std::int64_t pixels);

/// One heat map from the levels' evidence (`Head::evidence`): as many pixels as the finest level, which
/// together cover the network's input; every level is laid where its places really lie (bilinear), the three
/// are added, and what speaks against the answer is cut to 0. Batch x height x width, in log-odds of the
/// uncalibrated answer: what the logit would gain if a place's responses were the strongest.
torch::Tensor evidenceMap(const Levels& evidence);

} // namespace hemo::ml
