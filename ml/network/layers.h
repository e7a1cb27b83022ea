#pragma once

#include <torch/torch.h>

#include <string>

namespace hemo::ml {

/// A convolution without bias and the BatchNorm after it, registered in their owner under the two names
/// given, so that weights keep the names they were published under.
class NormedConv {
public:
    struct Shape {
        std::int64_t in = 1, out = 1, kernel = 1, stride = 1, groups = 1;
    };
    /// The trunk's BatchNorm settings are those it was trained with on ImageNet.
    struct Norm {
        double epsilon = 1e-5, momentum = 0.1;
    };
    static constexpr Norm kTrunkNorm{1e-3, 0.01};

    NormedConv() = default;
    NormedConv(torch::nn::Module& owner, const std::string& convName, const std::string& normName,
               Shape shape, Norm norm);

    torch::Tensor operator()(const torch::Tensor& x);
    /// Puts the BatchNorm's arithmetic into the convolution: for inference only, after loading and moving.
    void fold();
    /// The BatchNorm keeps its running statistics while the rest trains.
    void freeze();

private:
    torch::nn::Conv2d m_conv{nullptr};
    torch::nn::BatchNorm2d m_norm{nullptr};
};

/// For a tensor that nobody else uses.
inline torch::Tensor relu6InPlace(torch::Tensor x) {
    return torch::relu6_(x);
}

} // namespace hemo::ml
