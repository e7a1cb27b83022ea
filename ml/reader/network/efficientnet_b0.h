#pragma once

#include "ml/reader/network/layers.h"

#include <array>
#include <vector>

namespace hemo::ml {

/// Inverted bottleneck of EfficientNet-B0: swish, and channels weighed by what the whole picture says of them
/// (squeeze and excitation). Modules are named as in the published weights.
class SqueezedConvImpl : public torch::nn::Module {
public:
    struct Shape {
        std::int64_t in = 1, out = 1, expansion = 1, kernel = 3, stride = 1;
    };
    explicit SqueezedConvImpl(Shape shape);
    torch::Tensor forward(const torch::Tensor& x);
    void fold();
    void freeze();
    /// Squeeze and excitation let everything through: for a trunk that was published without them.
    void openGates();

private:
    torch::Tensor weighed(const torch::Tensor& x);

    bool m_expands = false, m_isResidual = false;
    NormedConv m_expand, m_depthwise, m_project;
    torch::nn::Conv2d m_reduce{nullptr}, m_restore{nullptr};
};
TORCH_MODULE(SqueezedConv);

/// EfficientNet-B0 without its classifier (Tan and Le 2019).
class EfficientNetB0Impl : public torch::nn::Module {
public:
    static constexpr std::array<std::int64_t, 3> kLevelChannels{40, 112, 320};
    static constexpr std::size_t kFrozenBlocks = 3; ///< as Lite's
    static constexpr int kWindows = 3;              ///< that it sees a slice in, in place of colours

    EfficientNetB0Impl();
    /// P3, P4 and P5: 1/8, 1/16 and 1/32 of the input's size.
    std::array<torch::Tensor, 3> forward(torch::Tensor x);
    void fold();
    /// Call after every `train()`, as Lite's.
    void freezeFirstBlocks();
    void openGates();

private:
    NormedConv m_stem;
    std::vector<SqueezedConv> m_blocks;
    std::array<std::size_t, 3> m_taps{}; ///< the last block of each level
};
TORCH_MODULE(EfficientNetB0);

} // namespace hemo::ml
