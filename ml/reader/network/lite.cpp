#include "ml/reader/network/lite.h"

#include "ml/reader/network/stages.h"

#include <algorithm>
#include <cmath>

namespace hemo::ml {
namespace {

/// How much wider and deeper than the table a size is.
struct Growth {
    double width, depth;
};

Growth growthOf(LiteSize size) {
    switch (size) {
    case LiteSize::Lite0:
        return {1.0, 1.0};
    case LiteSize::Lite2:
        return {1.1, 1.2};
    }
    return {};
}

/// To a multiple of eight that is not over a tenth below what was asked for.
std::int64_t widened(std::int64_t channels, double width) {
    constexpr std::int64_t kStep = 8;
    const double wanted = double(channels) * width;
    const std::int64_t rounded = std::max(kStep, std::int64_t(wanted + kStep / 2.0) / kStep * kStep);
    return double(rounded) < 0.9 * wanted ? rounded + kStep : rounded;
}

/// The table grown to a size. Unlike EfficientNet's B1 and B2, Lite keeps the stem's width and deepens
/// neither the first nor the last stage.
std::array<TrunkStage, 7> stagesOf(LiteSize size) {
    const Growth growth = growthOf(size);
    auto stages = kTrunkStages;
    for (TrunkStage& stage : stages) {
        const bool isAtAnEnd = &stage == &stages.front() || &stage == &stages.back();
        if (!isAtAnEnd) stage.blocks = std::lround(std::ceil(double(stage.blocks) * growth.depth));
        stage.out = widened(stage.out, growth.width);
    }
    return stages;
}

} // namespace

MbConvImpl::MbConvImpl(Shape s) : m_expands(s.expansion > 1), m_isResidual(s.in == s.out && s.stride == 1) {
    const std::int64_t middle = s.in * s.expansion;
    const auto norm = NormedConv::kTrunkNorm;
    if (m_expands) m_expand = NormedConv(*this, "_expand_conv", "_bn0", {s.in, middle}, norm);
    m_depthwise =
        NormedConv(*this, "_depthwise_conv", "_bn1", {middle, middle, s.kernel, s.stride, middle}, norm);
    m_project = NormedConv(*this, "_project_conv", "_bn2", {middle, s.out}, norm);
}

torch::Tensor MbConvImpl::forward(const torch::Tensor& x) {
    torch::Tensor y = m_expands ? m_expand.relu6(x) : x;
    y = m_project(m_depthwise.relu6(y));
    return m_isResidual ? y.add_(x) : y;
}

void MbConvImpl::fold() {
    if (m_expands) m_expand.fold(PackedConv::Then::Relu6);
    m_depthwise.fold(PackedConv::Then::Relu6);
    m_project.fold();
}

void MbConvImpl::freeze() {
    if (m_expands) m_expand.freeze();
    m_depthwise.freeze();
    m_project.freeze();
}

LiteImpl::LiteImpl(LiteSize size) {
    m_stem = NormedConv(*this, "_conv_stem", "_bn0", {kWindows, kStemChannels, 3, 2}, NormedConv::kTrunkNorm);
    torch::nn::ModuleList blocks;
    std::int64_t channels = kStemChannels;
    std::size_t level = 0;
    for (const TrunkStage& stage : stagesOf(size)) {
        for (std::int64_t b = 0; b < stage.blocks; ++b) {
            m_blocks.emplace_back(MbConvImpl::Shape{channels, stage.out, stage.expansion, stage.kernel,
                                                    b == 0 ? stage.stride : 1});
            blocks->push_back(m_blocks.back());
            channels = stage.out;
        }
        if (stage.isLevel) m_taps[level++] = m_blocks.size() - 1;
    }
    register_module("_blocks", blocks);
}

std::array<std::int64_t, 3> LiteImpl::levelChannels(LiteSize size) {
    std::array<std::int64_t, 3> channels{};
    std::size_t level = 0;
    for (const TrunkStage& stage : stagesOf(size))
        if (stage.isLevel) channels[level++] = stage.out;
    return channels;
}

std::array<torch::Tensor, 3> LiteImpl::forward(torch::Tensor x) {
    std::array<torch::Tensor, 3> levels;
    x = m_stem.relu6(x);
    std::size_t level = 0;
    for (std::size_t b = 0; b < m_blocks.size(); ++b) {
        x = m_blocks[b](x);
        if (b == m_taps[level]) levels[level++] = x;
    }
    return levels;
}

void LiteImpl::fold() {
    m_stem.fold();
    for (MbConv& block : m_blocks)
        block->fold();
}

void LiteImpl::freezeFirstBlocks() {
    m_stem.freeze();
    for (std::size_t b = 0; b < kFrozenBlocks; ++b)
        m_blocks[b]->freeze();
}

} // namespace hemo::ml
