#include "ml/train/channels.h"

namespace hemo::ml {

torch::Tensor channelsOf(const torch::Tensor& neighbours, const ModelInfo& info) {
    if (info.neighbours > 1) return neighbours;
    const auto hu = neighbours.narrow(1, 1, 1) * (kPictureHu.highHu - kPictureHu.lowHu) + kPictureHu.lowHu;
    std::vector<torch::Tensor> channels;
    for (const HuWindow& window : info.windows)
        channels.push_back(((hu - window.lowHu) / (window.highHu - window.lowHu)).clamp(0, 1));
    return torch::cat(channels, 1);
}

} // namespace hemo::ml
