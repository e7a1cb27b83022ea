#include "ml/training/data/channels.h"

namespace hemo::ml {

torch::Tensor channelsOf(const torch::Tensor& grey, const ModelInfo& info) {
    const auto hu = grey * (kPictureHu.highHu - kPictureHu.lowHu) + kPictureHu.lowHu;
    std::vector<torch::Tensor> channels;
    for (const HuWindow& window : info.windows)
        channels.push_back(((hu - window.lowHu) / (window.highHu - window.lowHu)).clamp(0, 1));
    return torch::cat(channels, 1);
}

} // namespace hemo::ml
