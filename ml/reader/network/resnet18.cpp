#include "ml/reader/network/resnet18.h"

namespace hemo::ml {

ResidualBlockImpl::ResidualBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride)
    : m_hasDownsample(in != out || stride != 1),
      m_first(*this, "conv1", "bn1", {in, out, 3, stride}, {}),
      m_second(*this, "conv2", "bn2", {out, out, 3}, {}) {
    if (!m_hasDownsample) return;
    auto past = register_module("downsample", std::make_shared<torch::nn::Module>("downsample"));
    m_past = NormedConv(*past, "0", "1", {in, out, 1, stride}, {});
}

torch::Tensor ResidualBlockImpl::forward(const torch::Tensor& x) {
    const auto y = m_second(torch::relu(m_first(x)));
    return torch::relu(y + (m_hasDownsample ? m_past(x) : x));
}

void ResidualBlockImpl::fold() {
    m_first.fold();
    m_second.fold();
    if (m_hasDownsample) m_past.fold();
}

ResNet18Impl::ResNet18Impl()
    : m_stem(*this, "conv1", "bn1", {3, 64, 7, 2}, {}),
      m_layers{{{ResidualBlock(64, 64, 1), ResidualBlock(64, 64, 1)},
                {ResidualBlock(64, 128, 2), ResidualBlock(128, 128, 1)},
                {ResidualBlock(128, 256, 2), ResidualBlock(256, 256, 1)},
                {ResidualBlock(256, kFeatures, 2), ResidualBlock(kFeatures, kFeatures, 1)}}} {
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        torch::nn::ModuleList blocks;
        for (ResidualBlock& block : m_layers[l])
            blocks->push_back(block);
        register_module("layer" + std::to_string(l + 1), blocks);
    }
}

torch::Tensor ResNet18Impl::forward(const torch::Tensor& picture) {
    torch::Tensor x = torch::max_pool2d(torch::relu(m_stem(picture)), 3, 2, 1);
    for (auto& layer : m_layers)
        for (ResidualBlock& block : layer)
            x = block(x);
    return x;
}

void ResNet18Impl::fold() {
    m_stem.fold();
    for (auto& layer : m_layers)
        for (ResidualBlock& block : layer)
            block->fold();
}

} // namespace hemo::ml
