#include "ml/reader/network/efficientnet_b0.h"

#include "ml/reader/network/stages.h"

namespace hemo::ml {
namespace {

constexpr std::int64_t kSqueezeTo = 4; ///< a quarter of a block's input channels

torch::Tensor swishInPlace(torch::Tensor x) {
    return torch::silu_(x);
}

/// Training needs a layer's output unchanged for the way back.
torch::Tensor swish(const torch::Tensor& x) {
    return torch::GradMode::is_enabled() ? torch::silu(x) : swishInPlace(x);
}

} // namespace

SqueezedConvImpl::SqueezedConvImpl(Shape s)
    : m_expands(s.expansion > 1), m_isResidual(s.in == s.out && s.stride == 1) {
    const std::int64_t middle = s.in * s.expansion, squeezed = s.in / kSqueezeTo;
    const auto norm = NormedConv::kTrunkNorm;
    if (m_expands) m_expand = NormedConv(*this, "_expand_conv", "_bn0", {s.in, middle}, norm);
    m_depthwise = NormedConv(*this, "_depthwise_conv", "_bn1",
                             {middle, middle, s.kernel, s.stride, middle, Padding::Same}, norm);
    m_reduce =
        register_module("_se_reduce", torch::nn::Conv2d(torch::nn::Conv2dOptions(middle, squeezed, 1)));
    m_restore =
        register_module("_se_expand", torch::nn::Conv2d(torch::nn::Conv2dOptions(squeezed, middle, 1)));
    m_project = NormedConv(*this, "_project_conv", "_bn2", {middle, s.out}, norm);
}

torch::Tensor SqueezedConvImpl::weighed(const torch::Tensor& x) {
    const auto seen = torch::silu(m_reduce(torch::mean(x, {2, 3}, true)));
    return x * torch::sigmoid(m_restore(seen));
}

torch::Tensor SqueezedConvImpl::forward(const torch::Tensor& x) {
    torch::Tensor y = m_expands ? swish(m_expand(x)) : x;
    y = m_project(weighed(swish(m_depthwise(y))));
    return m_isResidual ? y + x : y;
}

void SqueezedConvImpl::fold() {
    if (m_expands) m_expand.fold();
    m_depthwise.fold();
    m_project.fold();
}

void SqueezedConvImpl::freeze() {
    if (m_expands) m_expand.freeze();
    m_depthwise.freeze();
    m_project.freeze();
}

void SqueezedConvImpl::openGates() {
    constexpr double kOpen = 4; // sigmoid: 0.98
    torch::NoGradGuard noGrad;
    m_restore->weight.zero_();
    m_restore->bias.fill_(kOpen);
}

EfficientNetB0Impl::EfficientNetB0Impl() {
    m_stem = NormedConv(*this, "_conv_stem", "_bn0", {kWindows, kStemChannels, 3, 2, 1, Padding::Same},
                        NormedConv::kTrunkNorm);
    torch::nn::ModuleList blocks;
    std::int64_t channels = kStemChannels;
    std::size_t level = 0;
    for (const TrunkStage& stage : kTrunkStages) {
        for (std::int64_t b = 0; b < stage.blocks; ++b) {
            m_blocks.emplace_back(SqueezedConvImpl::Shape{channels, stage.out, stage.expansion, stage.kernel,
                                                          b == 0 ? stage.stride : 1});
            blocks->push_back(m_blocks.back());
            channels = stage.out;
        }
        if (stage.isLevel) m_taps[level++] = m_blocks.size() - 1;
    }
    register_module("_blocks", blocks);
}

std::array<torch::Tensor, 3> EfficientNetB0Impl::forward(torch::Tensor x) {
    std::array<torch::Tensor, 3> levels;
    x = swish(m_stem(x));
    std::size_t level = 0;
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
        x = m_blocks[b](x);
        if (b == m_taps[level]) levels[level++] = x;
    }
    return levels;
}

void EfficientNetB0Impl::fold() {
    m_stem.fold();
    for (SqueezedConv& block : m_blocks)
        block->fold();
}

void EfficientNetB0Impl::freezeFirstBlocks() {
    m_stem.freeze();
    for (std::size_t b = 0; b < kFrozenBlocks; ++b)
        m_blocks[b]->freeze();
}

void EfficientNetB0Impl::openGates() {
    for (SqueezedConv& block : m_blocks)
        block->openGates();
}

} // namespace hemo::ml
