#pragma once

#include <torch/torch.h>

#include <functional>

namespace hemo::ml {

/// Random weights whose answers depend on the picture: LibTorch's own first weights let a signal fade from
/// layer to layer, and checks on them could not fail. `look` runs the network on some pictures, which gives
/// every BatchNorm the statistics of what it sees. Leaves the network ready to read.
void enliven(torch::nn::Module& network, const std::function<void()>& look);

} // namespace hemo::ml
