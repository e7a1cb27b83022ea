#pragma once

#include "ml/reader/network/weighted_bifpn.h"

namespace hemo::ml {

/// Five levels become one picture of three channels, 224 x 224, that ResNet-18 can read (Cortés-Ferre et al.
/// 2023): a transposed convolution a level, chosen so that each lands on that size; beside each other 42
/// channels; 5x5 to 16 and 3x3 to 3, with no activation between. The input must be 512 x 512.
///
/// Each level lies centred in the picture, but at its own scale: a place of P4 is as large as in the input,
/// those of the others are closer together.
class LevelMergeImpl : public torch::nn::Module {
public:
    static constexpr std::int64_t kInputSize = 512, kPictureSize = 224;

    explicit LevelMergeImpl(std::int64_t channels);
    torch::Tensor forward(const FiveLevels& levels);

private:
    std::array<torch::nn::ConvTranspose2d, 5> m_enlarge;
    torch::nn::Conv2d m_mix{nullptr}, m_picture{nullptr};
};
TORCH_MODULE(LevelMerge);

} // namespace hemo::ml
