#include "ml/reader/network/head.h"

#include <algorithm>

namespace hemo::ml {

constexpr double kDropout = 0.2;
constexpr std::int64_t kStrongestPlaces = 4; // 2 cm2 at 256 px: one place alone is often noise

HeadImpl::HeadImpl(std::int64_t channels, bool hasClassMap)
    : m_channels(channels),
      m_linear(register_module("linear", torch::nn::Linear(std::tuple_size_v<Levels> * channels, kAnswers))) {
    if (!hasClassMap) return;
    m_map = register_module("map", torch::nn::Conv2d(channels, 1, 1));
    // Blood is rare among places; starting from even odds would spend the first steps on saying so.
    torch::nn::init::constant_(m_map->bias, -3);
}

torch::Tensor HeadImpl::forward(const Levels& levels) {
    std::vector<torch::Tensor> strongest;
    for (const torch::Tensor& q : levels)
        strongest.push_back(torch::amax(torch::relu6(q), {2, 3}));
    return m_linear(torch::dropout(torch::cat(strongest, 1), kDropout, is_training()));
}

Levels HeadImpl::evidence(const Levels& levels, std::int64_t answer) {
    Levels maps;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        const auto weight =
            m_linear->weight[answer].narrow(0, static_cast<std::int64_t>(l) * m_channels, m_channels);
        maps[l] = torch::conv2d(torch::relu6(levels[l]), weight.reshape({1, m_channels, 1, 1})).squeeze(1);
    }
    return maps;
}

torch::Tensor HeadImpl::classMap(const Levels& levels) {
    return m_map(torch::relu6(levels[0])).squeeze(1);
}

torch::Tensor HeadImpl::pooled(const torch::Tensor& classMap) {
    const auto places = classMap.flatten(1);
    return std::get<0>(places.topk(std::min(kStrongestPlaces, places.size(1)), 1)).mean(1);
}

} // namespace hemo::ml
