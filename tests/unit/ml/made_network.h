#pragma once

#include "ml/network/efficientdet.h"
#include "ml/network/random_weights.h"

namespace hemo::test {

/// An EfficientDet with random weights, always the same ones.
inline ml::EfficientDet makeLivelyNetwork(ml::EfficientDetImpl::Shape shape) {
    torch::manual_seed(11);
    ml::EfficientDet network(shape);
    ml::enliven(*network, [&] {
        torch::NoGradGuard noGrad;
        network->named_parameters()["head.linear.bias"].zero_();
        network(torch::rand({4, 3, 64, 64}) * 2 - 1);
    });
    return network;
}

} // namespace hemo::test
