#pragma once

#include "ml/reader/network/layers.h"

#include <array>
#include <vector>

namespace hemo::ml {

/// Mobile inverted bottleneck of EfficientNet-Lite: no squeeze and excitation, ReLU6 (Tan and Le 2019).
class MbConvImpl : public torch::nn::Module {
public:
    struct Shape {
        std::int64_t in = 1, out = 1, expansion = 1, kernel = 3, stride = 1;
    };
    explicit MbConvImpl(Shape shape);
    torch::Tensor forward(const torch::Tensor& x);
    void fold();
    void freeze();

private:
    bool m_expands = false, m_isResidual = false;
    NormedConv m_expand, m_depthwise, m_project;
};
TORCH_MODULE(MbConv);

/// Of the published sizes: what ships, and the largest that a desktop's processor reads in its time.
enum class LiteSize { Lite0, Lite2 };

/// EfficientNet-Lite without its classifier. Modules are named as in the published ImageNet weights.
class LiteImpl : public torch::nn::Module {
public:
    /// The first blocks see edges and texture, which a few patients cannot teach better than ImageNet.
    static constexpr std::size_t kFrozenBlocks = 3;
    static constexpr int kWindows = 1; ///< that it sees a slice in; the published one sees three colours

    explicit LiteImpl(LiteSize size);
    /// Channels of P3, P4 and P5.
    static std::array<std::int64_t, 3> levelChannels(LiteSize size);
    /// P3, P4 and P5: 1/8, 1/16 and 1/32 of the input's size.
    std::array<torch::Tensor, 3> forward(torch::Tensor x);
    void fold();
    /// Call after every `train()`: it undoes what that does to the frozen BatchNorms.
    void freezeFirstBlocks();

private:
    NormedConv m_stem;
    std::vector<MbConv> m_blocks;
    std::array<std::size_t, 3> m_taps{}; ///< the last block of each level
};
TORCH_MODULE(Lite);

} // namespace hemo::ml
