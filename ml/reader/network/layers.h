#pragma once

#include "ml/reader/network/depthwise_conv.h"
#include "ml/reader/network/packed_conv.h"

#include <torch/torch.h>

#include <optional>
#include <string>

namespace hemo::ml {

/// Where the border of a strided convolution lies. Even: half a kernel on both sides. Same: as TensorFlow
/// pads, so that an even size is padded by one more on the right and below; what EfficientNet-B0 and
/// EfficientDet were published with.
enum class Padding { Even, Same };

/// What Same adds to a picture whose convolution or pool adds nothing itself.
torch::Tensor samePadded(const torch::Tensor& x, std::int64_t kernel, std::int64_t stride, double value);

/// A convolution and the BatchNorm after it, registered in their owner under the two names
/// given, so that weights keep the names they were published under.
class NormedConv {
public:
    struct Shape {
        std::int64_t in = 1, out = 1, kernel = 1, stride = 1, groups = 1;
        Padding padding = Padding::Even;
        bool hasBias = false; ///< one too many beside a BatchNorm, but so it was published
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
    /// ReLU6 of it.
    torch::Tensor relu6(const torch::Tensor& x);
    /// Puts the BatchNorm's arithmetic into the convolution: for inference only, after loading and moving.
    /// `then`: what it will mostly be asked for; the other is right too, only slower.
    void fold(PackedConv::Then then = PackedConv::Then::Nothing);
    /// The BatchNorm keeps its running statistics while the rest trains.
    void freeze();

private:
    torch::Tensor computed(const torch::Tensor& x);
    /// By one of the two made when folding, where that one does `then`.
    std::optional<torch::Tensor> quickly(const torch::Tensor& x, PackedConv::Then then) const;

    bool m_padsFirst = false;
    std::optional<PackedConv> m_packed;       ///< once folded, where it can be
    std::optional<DepthwiseConv> m_depthwise; ///< the same
    torch::nn::Conv2d m_conv{nullptr};
    torch::nn::BatchNorm2d m_norm{nullptr};
};

} // namespace hemo::ml
