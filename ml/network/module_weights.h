#pragma once

#include "core/result.h"
#include "ml/weights.h"

#include <torch/torch.h>

#include <vector>

namespace hemo::ml {

/// Copies tensors into a module's parameters and buffers by name. Every one that the module has (BatchNorm's
/// step counters aside) must be there with its shape; more is allowed, such as ImageNet's own classifier.
/// Fails: Model, naming the tensor in `detail`.
Result<void> loadWeights(torch::nn::Module& module, const std::vector<WeightTensor>& weights);

/// All parameters and buffers, step counters aside. Half: the weights of convolutions and linear layers;
/// biases and BatchNorm's numbers, which are few and multiply everything, stay in single precision.
std::vector<WeightTensor> weightsOf(const torch::nn::Module& module, WeightType type);

} // namespace hemo::ml
