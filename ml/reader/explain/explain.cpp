#include "ml/reader/explain/explain.h"

#include "core/classify/verdict/prediction.h"
#include "ml/reader/network/evidence.h"

#include <cassert>

namespace hemo::ml {
namespace {

constexpr auto kAnswer = static_cast<std::int64_t>(BleedType::Any);

/// One level laid over P3's places, the others left out.
torch::Tensor levelAlone(const Levels& maps, std::size_t level) {
    Levels alone;
    for (std::size_t l = 0; l < maps.size(); ++l)
        alone[l] = l == level ? maps[l] : torch::zeros_like(maps[l]);
    return evidenceMap(alone);
}

/// Each channel's largest response where it lies, 0 elsewhere: what the head's maximum lets through. Places
/// that are equally strong share it, as the gradient does.
torch::Tensor strongestOnly(const torch::Tensor& level) {
    const auto response = torch::relu6(level);
    const auto isStrongest = (response == torch::amax(response, {2, 3}, true)).to(response.dtype());
    return response * isStrongest / isStrongest.sum({2, 3}, true);
}

torch::Tensor hiResCam(EfficientDet& network, const Levels& features) {
    Levels strongest;
    for (std::size_t l = 0; l < features.size(); ++l)
        strongest[l] = strongestOnly(features[l]);
    return evidenceMap(network->head->evidence(strongest, kAnswer));
}

/// Batch x height x width, each picture's largest value 1, or 0 where a map is empty.
torch::Tensor ofItsLargest(const torch::Tensor& map) {
    return map / torch::amax(map, {1, 2}, true).clamp_min(1e-12);
}

torch::Tensor layerCam(EfficientDet& network, const std::array<torch::Tensor, 3>& trunk) {
    // The reader's own passes keep no gradients and their tensors cannot be given any: copies can.
    const c10::InferenceMode keepsGradients(false);
    const torch::AutoGradMode withGradients(true);
    std::array<torch::Tensor, 3> leaves;
    for (std::size_t l = 0; l < leaves.size(); ++l)
        leaves[l] = trunk[l].detach().clone().requires_grad_();
    const auto logits = network->head(network->pyramid(leaves));
    const auto gradients =
        torch::autograd::grad({logits.select(1, kAnswer).sum()}, {leaves[0], leaves[1], leaves[2]});
    const torch::NoGradGuard noGradients;
    Levels maps;
    for (std::size_t l = 0; l < maps.size(); ++l)
        maps[l] = torch::relu((torch::relu(gradients[l]) * leaves[l]).sum(1));
    auto largest = torch::zeros_like(maps[0]);
    for (std::size_t l = 0; l < maps.size(); ++l)
        largest = torch::maximum(largest, torch::tanh(2 * ofItsLargest(levelAlone(maps, l))));
    return ofItsLargest(largest).detach();
}

} // namespace

SeenLevels lookAt(EfficientDet& network, const torch::Tensor& pictures) {
    SeenLevels seen;
    seen.trunk = network->trunk(pictures);
    seen.features = network->pyramid(seen.trunk);
    return seen;
}

bool canExplain(EfficientDet& network, Explanation explanation) {
    if (explanation == Explanation::ClassMap) return network->head->hasClassMap();
    return explanation != Explanation::PaperGradCam;
}

torch::Tensor explain(EfficientDet& network, const SeenLevels& seen, Explanation explanation) {
    assert(canExplain(network, explanation));
    switch (explanation) {
    case Explanation::GradCamP3:
        return levelAlone(network->head->evidence(seen.features, kAnswer), 0);
    case Explanation::GradCamP4:
        return levelAlone(network->head->evidence(seen.features, kAnswer), 1);
    case Explanation::GradCamP5:
        return levelAlone(network->head->evidence(seen.features, kAnswer), 2);
    case Explanation::HiResCam:
        return hiResCam(network, seen.features);
    case Explanation::LayerCam:
        return layerCam(network, seen.trunk);
    case Explanation::ClassMap:
        // Learned from masks averaged over each place's own 8 x 8 pixels, so that is where a place lies.
        return torch::relu(network->head->classMap(seen.features));
    case Explanation::Evidence:
    case Explanation::PaperGradCam:
        break;
    }
    return evidenceMap(network->head->evidence(seen.features, kAnswer));
}

torch::Tensor explain(EfficientDet& network, const torch::Tensor& pictures, Explanation explanation) {
    return explain(network, lookAt(network, pictures), explanation);
}

} // namespace hemo::ml
