#pragma once

#include "core/result.h"
#include "ml/reader/model/weights.h"

#include <torch/torch.h>

#include <vector>

namespace hemo::ml {

/// Copies tensors into a module's parameters and buffers by name. Every one that the module has (BatchNorm's
/// step counters aside) must be there with its shape; more is allowed, such as ImageNet's own classifier.
/// Fails: Model, naming the tensor in `detail`.
Result<void> loadWeights(torch::nn::Module& module, const std::vector<WeightTensor>& weights);

/// All parameters and buffers, step counters aside. Half: the weights of 1x1 convolutions and linear layers,
/// which are nearly all there are. The stem, depthwise convolutions, biases and BatchNorm's numbers, each of
/// which multiplies much, stay in single precision.
std::vector<WeightTensor> weightsOf(const torch::nn::Module& module, WeightType type);

/// A convolution's weight that sees one grey channel as `weight` sees it in all three colours; any other as
/// it is.
WeightTensor summedOverColours(const WeightTensor& weight);

} // namespace hemo::ml
