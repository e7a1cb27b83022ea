#pragma once

#include <torch/torch.h>

#include <optional>

namespace hemo::ml {

/// A 1x1 convolution whose weights were laid out once as XNNPACK wants them: LibTorch's usual one lays them
/// out again for every picture. One thread, single precision, inference.
class PackedConv {
public:
    enum class Then { Nothing, Relu6 };

    /// Nothing where LibTorch computes with several threads (XNNPACK's wait actively for each other, beside
    /// those of OpenMP), where this LibTorch has no XNNPACK, or where the convolution is another one.
    static std::optional<PackedConv> make(const torch::nn::Conv2d& conv, Then then);

    /// `x`: channels_last; so is the answer.
    torch::Tensor operator()(const torch::Tensor& x) const;
    Then then() const { return m_then; }

private:
    PackedConv(c10::IValue packed, Then then) : m_packed(std::move(packed)), m_then(then) {}
    c10::IValue m_packed;
    Then m_then;
};

} // namespace hemo::ml
