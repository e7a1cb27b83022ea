#include "ml/network/lite0.h"

namespace hemo::ml {
namespace {

struct Stage {
    std::int64_t expansion, out, blocks, stride, kernel;
    bool isLevel;
};
constexpr std::array<Stage, 7> kStages{{{1, 16, 1, 1, 3, false},
                                        {6, 24, 2, 2, 3, false},
                                        {6, 40, 2, 2, 5, true},
                                        {6, 80, 3, 2, 3, false},
                                        {6, 112, 3, 1, 5, true},
                                        {6, 192, 4, 2, 5, false},
                                        {6, 320, 1, 1, 3, true}}};
constexpr std::int64_t kStemChannels = 32;

} // namespace

MbConvImpl::MbConvImpl(std::int64_t in, std::int64_t out, std::int64_t expansion, std::int64_t kernel,
                       std::int64_t stride)
    : m_expands(expansion > 1), m_isResidual(in == out && stride == 1) {
    const std::int64_t middle = in * expansion;
    const auto norm = NormedConv::kTrunkNorm;
    if (m_expands) m_expand = NormedConv(*this, "_expand_conv", "_bn0", {in, middle}, norm);
    m_depthwise =
        NormedConv(*this, "_depthwise_conv", "_bn1", {middle, middle, kernel, stride, middle}, norm);
    m_project = NormedConv(*this, "_project_conv", "_bn2", {middle, out}, norm);
}

torch::Tensor MbConvImpl::forward(const torch::Tensor& x) {
    torch::Tensor y = m_expands ? relu6InPlace(m_expand(x)) : x;
    y = m_project(relu6InPlace(m_depthwise(y)));
    return m_isResidual ? y.add_(x) : y;
}

void MbConvImpl::fold() {
    if (m_expands) m_expand.fold();
    m_depthwise.fold();
    m_project.fold();
}

void MbConvImpl::freeze() {
    if (m_expands) m_expand.freeze();
    m_depthwise.freeze();
    m_project.freeze();
}

Lite0Impl::Lite0Impl() {
    m_stem = NormedConv(*this, "_conv_stem", "_bn0", {3, kStemChannels, 3, 2}, NormedConv::kTrunkNorm);
    torch::nn::ModuleList blocks;
    std::int64_t channels = kStemChannels;
    std::size_t level = 0;
    for (const Stage& stage : kStages) {
        for (std::int64_t b = 0; b < stage.blocks; ++b) {
            m_blocks.emplace_back(channels, stage.out, stage.expansion, stage.kernel,
                                  b == 0 ? stage.stride : 1);
            blocks->push_back(m_blocks.back());
            channels = stage.out;
        }
        if (stage.isLevel) m_taps[level++] = m_blocks.size() - 1;
    }
    register_module("_blocks", blocks);
}

std::array<torch::Tensor, 3> Lite0Impl::forward(torch::Tensor x) {
    std::array<torch::Tensor, 3> levels;
    x = relu6InPlace(m_stem(x));
    std::size_t level = 0;
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
        x = m_blocks[b](x);
        if (b == m_taps[level]) levels[level++] = x;
    }
    return levels;
}

void Lite0Impl::fold() {
    m_stem.fold();
    for (MbConv& block : m_blocks)
        block->fold();
}

void Lite0Impl::freezeFirstBlocks() {
    m_stem.freeze();
    for (std::size_t b = 0; b < kFrozenBlocks; ++b)
        m_blocks[b]->freeze();
}

} // namespace hemo::ml
