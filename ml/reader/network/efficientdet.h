#pragma once

#include "ml/reader/network/bifpn.h"
#include "ml/reader/network/head.h"
#include "ml/reader/network/lite.h"

namespace hemo::ml {

/// An EfficientDet whose heads classify the whole picture: Lite trunk, BiFPN over P3..P5, max-pooled head.
/// Input: batch x 1 x size x size, the window laid to -1..1; channels_last, as the weights are: that is
/// twice as fast on the CPU.
class EfficientDetImpl : public torch::nn::Module {
public:
    struct Shape {
        int cells = 2, channels = 64;
        LiteSize trunk = LiteSize::Lite0;
        bool hasClassMap = false;
    };
    explicit EfficientDetImpl(Shape shape);

    /// What the head looks at, before its ReLU6.
    Levels features(const torch::Tensor& pictures);
    /// Logits, batch x 6.
    torch::Tensor forward(const torch::Tensor& pictures);

    /// BatchNorm into convolutions: for inference, after loading the weights and moving to the device.
    void fold();

    Lite trunk{nullptr};
    BiFpn pyramid{nullptr};
    Head head{nullptr};
};
TORCH_MODULE(EfficientDet);

} // namespace hemo::ml
