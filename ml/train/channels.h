#pragma once

#include "ml/train/picture_set.h"

#include <torch/torch.h>

namespace hemo::ml {

/// Grey 0..1 of a slice and its two neighbours, batch x 3 x size x size, to the channels that a model reads,
/// 0..1: the three slices as they are, or the middle one in the model's windows. The same as
/// `networkPlane` makes of HU cut to `kPictureHu`.
torch::Tensor channelsOf(const torch::Tensor& neighbours, const ModelInfo& info);

} // namespace hemo::ml
