#include "ml/reader/network/bifpn.h"

namespace hemo::ml {
namespace {

namespace F = torch::nn::functional;

torch::Tensor enlarged(const torch::Tensor& x, const torch::Tensor& like) {
    return enlargedLevel(x, like.size(2), like.size(3));
}

torch::Tensor shrunk(const torch::Tensor& x) {
    return torch::max_pool2d(x, 3, 2, 1);
}

} // namespace

torch::Tensor enlargedLevel(const torch::Tensor& x, std::int64_t height, std::int64_t width) {
    const auto padded = F::pad(x, F::PadFuncOptions({0, 1, 0, 1}).mode(torch::kReplicate));
    const auto larger = F::interpolate(padded, F::InterpolateFuncOptions()
                                                   .size(std::vector<std::int64_t>{height + 1, width + 1})
                                                   .mode(torch::kBilinear)
                                                   .align_corners(true));
    return larger.narrow(2, 0, height).narrow(3, 0, width);
}

FuseConvImpl::FuseConvImpl(std::int64_t channels)
    : m_depthwise(register_module(
          "depthwise",
          torch::nn::Conv2d(
              torch::nn::Conv2dOptions(channels, channels, 3).padding(1).groups(channels).bias(false)))),
      m_pointwise(*this, "pointwise", "norm", {channels, channels}, {}) {}

torch::Tensor FuseConvImpl::forward(const torch::Tensor& x) {
    const auto responses = torch::relu6(x);
    const bool isQuick = m_quick && !torch::GradMode::is_enabled();
    return m_pointwise(isQuick ? (*m_quick)(responses) : m_depthwise(responses));
}

void FuseConvImpl::fold() {
    m_quick = DepthwiseConv::make(m_depthwise, DepthwiseConv::Then::Nothing);
    m_pointwise.fold();
}

BiFpnCellImpl::BiFpnCellImpl(std::int64_t channels)
    : m_down4(register_module("down4", FuseConv(channels))),
      m_out3(register_module("out3", FuseConv(channels))),
      m_out4(register_module("out4", FuseConv(channels))),
      m_out5(register_module("out5", FuseConv(channels))) {}

Levels BiFpnCellImpl::forward(const Levels& in) {
    const auto& [p3, p4, p5] = in;
    const torch::Tensor down4 = m_down4(p4 + enlarged(p5, p4));
    const torch::Tensor out3 = m_out3(p3 + enlarged(down4, p3));
    const torch::Tensor out4 = m_out4(p4 + down4 + shrunk(out3));
    return {out3, out4, m_out5(p5 + shrunk(out4))};
}

void BiFpnCellImpl::fold() {
    for (FuseConv* conv : {&m_down4, &m_out3, &m_out4, &m_out5})
        (*conv)->fold();
}

BiFpnImpl::BiFpnImpl(const std::array<std::int64_t, 3>& inChannels, std::int64_t channels, int cells) {
    for (std::size_t l = 0; l < m_lateral.size(); ++l) {
        const std::string level = std::to_string(l + 3);
        m_lateral[l] = NormedConv(*this, "lateral" + level, "norm" + level, {inChannels[l], channels}, {});
    }
    torch::nn::ModuleList list;
    for (int c = 0; c < cells; ++c) {
        m_cells.emplace_back(channels);
        list->push_back(m_cells.back());
    }
    register_module("cells", list);
}

Levels BiFpnImpl::forward(const Levels& levels) {
    Levels x;
    for (std::size_t l = 0; l < x.size(); ++l)
        x[l] = m_lateral[l](levels[l]);
    for (BiFpnCell& cell : m_cells)
        x = cell(x);
    return x;
}

void BiFpnImpl::fold() {
    for (NormedConv& lateral : m_lateral)
        lateral.fold();
    for (BiFpnCell& cell : m_cells)
        cell->fold();
}

} // namespace hemo::ml
