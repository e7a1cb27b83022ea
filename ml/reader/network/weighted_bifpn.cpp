#include "ml/reader/network/weighted_bifpn.h"

#include <limits>

namespace hemo::ml {
namespace {

constexpr NormedConv::Norm kPyramidNorm{1e-3, 0.01}; ///< as EfficientDet's

torch::Tensor enlarged(const torch::Tensor& x) {
    return torch::upsample_nearest2d(x, std::vector<std::int64_t>{x.size(2) * 2, x.size(3) * 2});
}

torch::Tensor shrunk(const torch::Tensor& x) {
    const auto padded = samePadded(x, 3, 2, -std::numeric_limits<double>::infinity());
    return torch::max_pool2d(padded, 3, 2);
}

} // namespace

WeightedSumImpl::WeightedSumImpl(std::int64_t inputs)
    : m_weight(register_parameter("weight", torch::ones({inputs}))) {}

torch::Tensor WeightedSumImpl::forward(const std::vector<torch::Tensor>& inputs) {
    constexpr double kEpsilon = 1e-4;
    const auto positive = torch::relu(m_weight);
    const auto share = positive / (positive.sum() + kEpsilon);
    torch::Tensor sum = inputs[0] * share[0];
    for (std::size_t n = 1; n < inputs.size(); ++n)
        sum = sum + inputs[n] * share[static_cast<std::int64_t>(n)];
    return sum;
}

WeightedNodeImpl::WeightedNodeImpl(std::int64_t channels, std::int64_t inputs)
    : m_sum(register_module("sum", WeightedSum(inputs))),
      m_depthwise(register_module(
          "depthwise",
          torch::nn::Conv2d(
              torch::nn::Conv2dOptions(channels, channels, 3).padding(1).groups(channels).bias(false)))),
      m_pointwise(*this, "pointwise", "norm", {channels, channels, 1, 1, 1, Padding::Same, true},
                  kPyramidNorm) {}

torch::Tensor WeightedNodeImpl::forward(const std::vector<torch::Tensor>& inputs) {
    return m_pointwise(m_depthwise(torch::silu(m_sum->forward(inputs))));
}

WeightedCellImpl::WeightedCellImpl(std::int64_t channels)
    : m_down{WeightedNode(channels, 2), WeightedNode(channels, 2), WeightedNode(channels, 2),
             WeightedNode(channels, 2)},
      m_up{WeightedNode(channels, 3), WeightedNode(channels, 3), WeightedNode(channels, 3),
           WeightedNode(channels, 2)} {
    for (std::size_t n = 0; n < m_down.size(); ++n) {
        register_module("down" + std::to_string(n + 3), m_down[n]);
        register_module("up" + std::to_string(n + 4), m_up[n]);
    }
}

FiveLevels WeightedCellImpl::forward(const FiveLevels& in, const std::array<torch::Tensor, 2>& again) {
    const auto& [p3, p4, p5, p6, p7] = in;
    const auto down6 = m_down[3]->forward({p6, enlarged(p7)});
    const auto down5 = m_down[2]->forward({p5, enlarged(down6)});
    const auto down4 = m_down[1]->forward({p4, enlarged(down5)});
    const auto out3 = m_down[0]->forward({p3, enlarged(down4)});
    const auto out4 = m_up[0]->forward({again[0], down4, shrunk(out3)});
    const auto out5 = m_up[1]->forward({again[1], down5, shrunk(out4)});
    const auto out6 = m_up[2]->forward({p6, down6, shrunk(out5)});
    return {out3, out4, out5, out6, m_up[3]->forward({p7, shrunk(out6)})};
}

void WeightedCellImpl::fold() {
    for (WeightedNode& node : m_down)
        node->fold();
    for (WeightedNode& node : m_up)
        node->fold();
}

WeightedBiFpnImpl::WeightedBiFpnImpl(const std::array<std::int64_t, 3>& inChannels, std::int64_t channels,
                                     int cells) {
    const auto brought = [&](const std::string& name, std::int64_t in) {
        return NormedConv(*this, name, name + "_norm", {in, channels, 1, 1, 1, Padding::Same, true},
                          kPyramidNorm);
    };
    for (std::size_t l = 0; l < m_lateral.size(); ++l)
        m_lateral[l] = brought("lateral" + std::to_string(l + 3), inChannels[l]);
    for (std::size_t l = 0; l < m_again.size(); ++l)
        m_again[l] = brought("again" + std::to_string(l + 4), inChannels[l + 1]);
    m_p6 = brought("p6", inChannels[2]);
    torch::nn::ModuleList list;
    for (int c = 0; c < cells; ++c) {
        m_cells.emplace_back(channels);
        list->push_back(m_cells.back());
    }
    register_module("cells", list);
}

FiveLevels WeightedBiFpnImpl::forward(const std::array<torch::Tensor, 3>& trunk) {
    FiveLevels x;
    for (std::size_t l = 0; l < m_lateral.size(); ++l)
        x[l] = m_lateral[l](trunk[l]);
    x[3] = shrunk(m_p6(trunk[2]));
    x[4] = shrunk(x[3]);
    std::array again{m_again[0](trunk[1]), m_again[1](trunk[2])};
    for (WeightedCell& cell : m_cells) {
        x = cell->forward(x, again);
        again = {x[1], x[2]};
    }
    return x;
}

void WeightedBiFpnImpl::fold() {
    for (NormedConv& conv : m_lateral)
        conv.fold();
    for (NormedConv& conv : m_again)
        conv.fold();
    m_p6.fold();
    for (WeightedCell& cell : m_cells)
        cell->fold();
}

} // namespace hemo::ml
