#pragma once

#include "ml/reader/network/layers.h"

#include <array>

namespace hemo::ml {

/// Two 3x3 convolutions and a way past them (He et al. 2016). Modules are named as torchvision's.
class ResidualBlockImpl : public torch::nn::Module {
public:
    ResidualBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride);
    torch::Tensor forward(const torch::Tensor& x);
    void fold();

private:
    bool m_hasDownsample = false;
    NormedConv m_first, m_second, m_past;
};
TORCH_MODULE(ResidualBlock);

/// ResNet-18 up to its last residual block: batch x 512 x 7 x 7 of a 224 x 224 picture.
class ResNet18Impl : public torch::nn::Module {
public:
    static constexpr std::int64_t kFeatures = 512;
    static constexpr std::int64_t kStride = 32; ///< of the last block's places, in pixels of its picture

    ResNet18Impl();
    torch::Tensor forward(const torch::Tensor& picture);
    void fold();

private:
    NormedConv m_stem;
    std::array<std::array<ResidualBlock, 2>, 4> m_layers;
};
TORCH_MODULE(ResNet18);

} // namespace hemo::ml
