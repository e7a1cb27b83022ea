#pragma once

#include "ml/reader/network/layers.h"

#include <array>
#include <vector>

namespace hemo::ml {

/// What the network saw at three scales: P3, P4, P5.
using Levels = std::array<torch::Tensor, 3>;

/// ReLU6, depthwise 3x3, 1x1, BatchNorm: what a BiFPN does after it has added its inputs.
class FuseConvImpl : public torch::nn::Module {
public:
    explicit FuseConvImpl(std::int64_t channels);
    torch::Tensor forward(const torch::Tensor& x);
    void fold();

private:
    torch::nn::Conv2d m_depthwise{nullptr};
    std::optional<DepthwiseConv> m_quick; ///< the depthwise one, once folded, where it can be
    NormedConv m_pointwise;
};
TORCH_MODULE(FuseConv);

/// A level brought to the size of the next finer one, linear. Place n of the coarser lies on place 2 n of the
/// finer, as convolutions and pools of stride two have put it: nearest neighbours would put it half a place
/// further, and the network would see, and show, everything to one side.
torch::Tensor enlargedLevel(const torch::Tensor& x, std::int64_t height, std::int64_t width);

/// One round of a bidirectional feature pyramid over P3..P5 (Tan, Pang and Le 2020): down from coarse to fine
/// and up again. Inputs are added unweighted: with three levels the learned weights bring nothing.
class BiFpnCellImpl : public torch::nn::Module {
public:
    explicit BiFpnCellImpl(std::int64_t channels);
    Levels forward(const Levels& levels);
    void fold();

private:
    FuseConv m_down4, m_out3, m_out4, m_out5;
};
TORCH_MODULE(BiFpnCell);

/// 1x1 convolutions to a common width, then the cells.
class BiFpnImpl : public torch::nn::Module {
public:
    BiFpnImpl(const std::array<std::int64_t, 3>& inChannels, std::int64_t channels, int cells);
    Levels forward(const Levels& levels);
    void fold();

private:
    std::array<NormedConv, 3> m_lateral;
    std::vector<BiFpnCell> m_cells;
};
TORCH_MODULE(BiFpn);

} // namespace hemo::ml
