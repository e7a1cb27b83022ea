#pragma once

#include "ml/network/efficientdet.h"

namespace hemo::test {

/// A network with random weights (always the same ones) whose answers depend on the picture: LibTorch's own
/// first weights let a signal fade from layer to layer, and tests on them could not fail.
inline ml::EfficientDet makeLivelyNetwork(ml::EfficientDetImpl::Shape shape) {
    torch::manual_seed(11);
    ml::EfficientDet network(shape);
    torch::NoGradGuard noGrad;
    for (auto& p : network->named_parameters()) {
        if (p.value().dim() == 4) torch::nn::init::kaiming_normal_(p.value(), 0, torch::kFanIn, torch::kReLU);
        if (p.value().dim() == 1) p.value().uniform_(0.4, 1.4); // BatchNorm's gain and offset
    }
    network->named_parameters()["head.linear.weight"].normal_(0, 0.3);
    network->named_parameters()["head.linear.bias"].zero_();
    // One look at some pictures gives every BatchNorm the statistics of what it sees.
    for (const auto& module : network->modules())
        if (auto* norm = module->as<torch::nn::BatchNorm2dImpl>()) norm->options.momentum(1.0);
    network->train();
    network(torch::rand({4, 3, 64, 64}) * 2 - 1);
    network->eval();
    return network;
}

} // namespace hemo::test
