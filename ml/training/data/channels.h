#pragma once

#include "ml/training/data/picture_set.h"

#include <torch/torch.h>

namespace hemo::ml {

/// Grey 0..1 of slices, batch x 1 x size x size, in the windows that a model reads, 0..1, a channel each. The
/// same as `networkPlane` makes of HU cut to `kPictureHu`.
torch::Tensor channelsOf(const torch::Tensor& grey, const ModelInfo& info);

} // namespace hemo::ml
