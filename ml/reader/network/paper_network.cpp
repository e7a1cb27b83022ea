#include "ml/reader/network/paper_network.h"

namespace hemo::ml {
namespace {

constexpr std::int64_t kNoBleed = 0, kBleed = 1, kClasses = 2;

} // namespace

PaperNetworkImpl::PaperNetworkImpl()
    : trunk(register_module("trunk", EfficientNetB0())),
      pyramid(
          register_module("pyramid", WeightedBiFpn(EfficientNetB0Impl::kLevelChannels, kChannels, kCells))),
      merge(register_module("merge", LevelMerge(kChannels))),
      resnet(register_module("resnet", ResNet18())),
      m_linear(register_module("linear", torch::nn::Linear(ResNet18Impl::kFeatures, kClasses))) {
    for (torch::Tensor& p : parameters())
        if (p.dim() == 4) p.set_data(p.contiguous(torch::MemoryFormat::ChannelsLast));
}

torch::Tensor PaperNetworkImpl::features(const torch::Tensor& pictures) {
    return resnet(merge(pyramid(trunk(pictures))));
}

torch::Tensor PaperNetworkImpl::logOdds(const torch::Tensor& features) {
    const auto classes = m_linear(features.mean({2, 3}));
    return classes.narrow(1, kBleed, 1) - classes.narrow(1, kNoBleed, 1);
}

torch::Tensor PaperNetworkImpl::evidence(const torch::Tensor& features) {
    const auto weight = m_linear->weight[kBleed] - m_linear->weight[kNoBleed];
    return torch::conv2d(features, weight.reshape({1, ResNet18Impl::kFeatures, 1, 1})).squeeze(1);
}

void PaperNetworkImpl::fold() {
    trunk->fold();
    pyramid->fold();
    resnet->fold();
}

} // namespace hemo::ml
