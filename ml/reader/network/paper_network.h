#pragma once

#include "ml/reader/network/efficientnet_b0.h"
#include "ml/reader/network/level_merge.h"
#include "ml/reader/network/resnet18.h"
#include "ml/reader/network/weighted_bifpn.h"

namespace hemo::ml {

/// The network of Cortés-Ferre et al. 2023 (J. Imaging 9(2), 37): EfficientNet-B0, three BiFPN cells of 64
/// channels over P3 to P7, merged into a picture for ResNet-18, and a two-way softmax: no bleed or any.
/// Input: batch x 3 x 512 x 512, one slice in three windows, each laid to -1..1; channels_last.
class PaperNetworkImpl : public torch::nn::Module {
public:
    static constexpr int kCells = 3, kChannels = 64;

    PaperNetworkImpl();

    /// The last residual block's output, batch x 512 x 7 x 7.
    torch::Tensor features(const torch::Tensor& pictures);
    /// Log-odds of a bleed, batch x 1: the softmax's p is their sigmoid. `features` as above.
    torch::Tensor logOdds(const torch::Tensor& features);
    torch::Tensor forward(const torch::Tensor& pictures) { return logOdds(features(pictures)); }

    /// Grad-CAM of the log-odds at the last residual block without a backward pass: sum over channels of
    /// (w1_c - w0_c) * a_c(x), batch x 7 x 7, before Grad-CAM's ReLU. The answer is sum of (w1_c - w0_c) *
    /// mean_x a_c(x) + b, so the mean gradient over the 49 places is (w1_c - w0_c) / 49: this is Grad-CAM
    /// times 49, in log-odds, and its mean and the bias are the answer.
    torch::Tensor evidence(const torch::Tensor& features);

    void fold();

    EfficientNetB0 trunk{nullptr};
    WeightedBiFpn pyramid{nullptr};
    LevelMerge merge{nullptr};
    ResNet18 resnet{nullptr};

private:
    torch::nn::Linear m_linear{nullptr};
};
TORCH_MODULE(PaperNetwork);

} // namespace hemo::ml
