#pragma once

#include "ml/reader/network/layers.h"

#include <array>
#include <vector>

namespace hemo::ml {

/// What EfficientDet sees at five scales: P3 to P7.
using FiveLevels = std::array<torch::Tensor, 5>;

/// A sum whose shares are learnt: each ReLU(w) over their sum (Tan, Pang and Le 2020, "fast normalized
/// fusion").
class WeightedSumImpl : public torch::nn::Module {
public:
    explicit WeightedSumImpl(std::int64_t inputs);
    torch::Tensor forward(const std::vector<torch::Tensor>& inputs);

private:
    torch::Tensor m_weight;
};
TORCH_MODULE(WeightedSum);

/// Weighted sum, swish, depthwise 3x3, 1x1, BatchNorm: one node of the pyramid.
class WeightedNodeImpl : public torch::nn::Module {
public:
    WeightedNodeImpl(std::int64_t channels, std::int64_t inputs);
    torch::Tensor forward(const std::vector<torch::Tensor>& inputs);
    void fold() { m_pointwise.fold(); }

private:
    WeightedSum m_sum;
    torch::nn::Conv2d m_depthwise{nullptr};
    NormedConv m_pointwise;
};
TORCH_MODULE(WeightedNode);

/// One round over P3..P7: down from coarse to fine and up again.
class WeightedCellImpl : public torch::nn::Module {
public:
    explicit WeightedCellImpl(std::int64_t channels);
    /// `again`: what P4 and P5 bring a second time on the way up; in the first cell that is the trunk's level
    /// through a convolution of its own, later the same as on the way down.
    FiveLevels forward(const FiveLevels& levels, const std::array<torch::Tensor, 2>& again);
    void fold();

private:
    std::array<WeightedNode, 4> m_down; ///< P3, P4, P5, P6
    std::array<WeightedNode, 4> m_up;   ///< P4, P5, P6, P7
};
TORCH_MODULE(WeightedCell);

/// The pyramid of EfficientDet-D0, as the paper uses it. P6 is P5 through a 1x1 convolution and a pool, P7 a
/// pool more. Without the softmax and the boxes that detect things.
class WeightedBiFpnImpl : public torch::nn::Module {
public:
    WeightedBiFpnImpl(const std::array<std::int64_t, 3>& inChannels, std::int64_t channels, int cells);
    FiveLevels forward(const std::array<torch::Tensor, 3>& trunk);
    void fold();

private:
    std::array<NormedConv, 3> m_lateral; ///< P3, P4, P5
    std::array<NormedConv, 2> m_again;   ///< P4, P5
    NormedConv m_p6;
    std::vector<WeightedCell> m_cells;
};
TORCH_MODULE(WeightedBiFpn);

} // namespace hemo::ml
