#pragma once

#include "ml/reader/device/gpu.h"

#include <torch/torch.h>

namespace hemo::ml {

/// Fails: Model, where a GPU was asked for and there is none.
Result<torch::Device> chooseDevice(DeviceChoice choice);

/// Where a network's weights are, and its pictures must be.
inline torch::Device deviceOf(const torch::nn::Module& network) {
    return network.parameters().front().device();
}

} // namespace hemo::ml
