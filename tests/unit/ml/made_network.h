#pragma once

#include "ml/reader/network/efficientdet.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/random_weights.h"

#include <cstring>

namespace hemo::test {

/// An EfficientDet with random weights, always the same ones.
inline ml::EfficientDet makeLivelyNetwork(ml::EfficientDetImpl::Shape shape) {
    torch::manual_seed(11);
    ml::EfficientDet network(shape);
    ml::enliven(*network, [&] {
        torch::NoGradGuard noGrad;
        network->named_parameters()["head.linear.bias"].zero_();
        network(torch::rand({4, 1, 64, 64}) * 2 - 1);
    });
    return network;
}

/// A trunk as it is published: its stem sees three colours. `network` begins with it.
inline std::vector<ml::WeightTensor> publishedTrunk(ml::Lite trunk) {
    auto weights = ml::weightsOf(*trunk, ml::WeightType::Float);
    for (ml::WeightTensor& w : weights) {
        if (w.name != "_conv_stem.weight") continue;
        const auto colours = torch::randn({w.shape[0], 3, w.shape[2], w.shape[3]});
        w.shape[1] = 3;
        w.bytes.resize(colours.nbytes());
        std::memcpy(w.bytes.data(), colours.data_ptr(), w.bytes.size());
    }
    return weights;
}

} // namespace hemo::test
