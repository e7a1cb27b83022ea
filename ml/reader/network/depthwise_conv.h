#pragma once

#include "ml/reader/network/packed_conv.h"

#include <torch/torch.h>

#include <optional>

namespace hemo::ml {

/// A depthwise convolution and the ReLU6 after it in one pass, written where XNNPACK, which computes the 1x1
/// convolution behind it, can read it as it is: LibTorch's writes, reads to cut off and copies. One thread,
/// single precision, inference.
class DepthwiseConv {
public:
    using Then = PackedConv::Then;

    /// Nothing where LibTorch computes with several threads, or where the convolution is another one: 3x3 or
    /// 5x5 with half a kernel of padding, channels in whole blocks.
    static std::optional<DepthwiseConv> make(const torch::nn::Conv2d& conv, Then then);

    /// `x`: channels_last; so is the answer.
    torch::Tensor operator()(const torch::Tensor& x) const;
    Then then() const { return m_then; }

private:
    DepthwiseConv(const torch::nn::Conv2d& conv, Then then);

    torch::Tensor m_weight; ///< places of the kernel x channels
    torch::Tensor m_bias;   ///< channels
    torch::Tensor m_border; ///< channels: nothing
    std::int64_t m_kernel, m_stride;
    Then m_then;
};

} // namespace hemo::ml
