#pragma once

#include "ml/reader/network/bifpn.h"

namespace hemo::ml {

/// Six answers from three levels: the largest ReLU6 response of each channel of each level, then one linear
/// layer. A small bleed counts as much as a large one, and each answer is a sum of responses that have a
/// place. Beside it, where asked for, a class map: one 1x1 convolution over P3 that says of each place
/// whether there is blood. It is learned from masks, so it knows where; its strongest places are a second
/// opinion.
class HeadImpl : public torch::nn::Module {
public:
    static constexpr std::int64_t kAnswers = 6; ///< in the order of BleedType

    explicit HeadImpl(std::int64_t channels, bool hasClassMap = false);
    /// Logits, batch x 6.
    torch::Tensor forward(const Levels& levels);

    /// Grad-CAM of one answer without a backward pass, at each level's own size: sum over channels of
    /// w_c * relu6(q_c(x)), batch x height x width, before Grad-CAM's ReLU. The answer is
    /// sum of w_c * max_x relu6(q_c(x)) + b, so the mean gradient over the level's H*W places is w_c / (H*W):
    /// this is Grad-CAM times H*W, in log-odds. (Where a channel's strongest response is cut off at 6 its
    /// gradient vanishes, and Grad-CAM would leave out what speaks loudest; here it counts.)
    Levels evidence(const Levels& levels, std::int64_t answer);

    bool hasClassMap() const { return !m_map.is_empty(); }
    /// Log-odds of blood at each place of P3, batch x height x width. Only where there is a class map.
    torch::Tensor classMap(const Levels& levels);
    /// A class map as one answer for each slice: the mean of its four strongest places. Batch.
    static torch::Tensor pooled(const torch::Tensor& classMap);

private:
    std::int64_t m_channels;
    torch::nn::Linear m_linear{nullptr};
    torch::nn::Conv2d m_map{nullptr};
};
TORCH_MODULE(Head);

} // namespace hemo::ml
