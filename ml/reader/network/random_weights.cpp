#include "ml/reader/network/random_weights.h"

namespace hemo::ml {

void enliven(torch::nn::Module& network, const std::function<void()>& look) {
    torch::NoGradGuard noGrad;
    for (torch::Tensor& p : network.parameters()) {
        if (p.dim() == 4) torch::nn::init::kaiming_normal_(p, 0, torch::kFanIn, torch::kReLU);
        if (p.dim() == 2) p.normal_(0, 0.3);
        if (p.dim() == 1) p.uniform_(0.4, 1.4); // BatchNorm's gain and offset
    }
    for (const auto& module : network.modules())
        if (auto* norm = module->as<torch::nn::BatchNorm2dImpl>()) norm->options.momentum(1.0);
    network.train();
    look();
    network.eval();
}

} // namespace hemo::ml
