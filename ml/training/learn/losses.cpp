#include "ml/training/learn/losses.h"

#include "ml/reader/network/head.h"

#include <algorithm>

namespace hemo::ml {
namespace {

constexpr float kLabelSmoothing = 0.02f, kSubtypeWeight = 0.3f;

torch::Tensor rows(const std::vector<Example>& examples, const std::array<float, 6> Picture::*field,
                   torch::Device device) {
    auto table = torch::empty({static_cast<std::int64_t>(examples.size()), HeadImpl::kAnswers});
    float* out = table.data_ptr<float>();
    for (const Example& e : examples)
        out = std::copy_n((e.picture().*field).begin(), HeadImpl::kAnswers, out);
    return table.to(device);
}

/// Summed over the slices.
torch::Tensor slicesLoss(const torch::Tensor& logits, const torch::Tensor& labels,
                         const std::vector<Example>& batch) {
    auto weight = rows(batch, &Picture::known, logits.device());
    weight.narrow(1, 1, HeadImpl::kAnswers - 1).mul_(kSubtypeWeight);
    const auto answers = logits.size(1);
    return torch::binary_cross_entropy_with_logits(logits, labels.narrow(1, 0, answers),
                                                   weight.narrow(1, 0, answers), {}, at::Reduction::Sum);
}

/// Losses summed over slices, and over how many; all of one number.
struct PlacesLoss {
    torch::Tensor blood, clear, withBlood, known;
};

/// How far the class map is from the masks: over the places of blood, and over the places of each picture
/// that look most like blood and are none. (All others are easy, and so many that they would drown the rest.)
/// Places that a bleed only touches, or of which nobody knows, count as neither.
PlacesLoss placesLoss(const torch::Tensor& classMap, const torch::Tensor& masks,
                      const std::vector<Example>& batch) {
    constexpr double kHardShare = 0.03, kFullShare = 0.5, kClearBelow = 0.1, kBloodFrom = 0.2;
    static_assert(kDoubtfulBlood / kFullShare > kClearBelow && kDoubtfulBlood / kFullShare < kBloodFrom);
    auto known = torch::empty({static_cast<std::int64_t>(batch.size())});
    for (std::size_t n = 0; n < batch.size(); ++n)
        known[static_cast<std::int64_t>(n)] = batch[n].picture().isMaskKnown() ? 1.f : 0.f;
    known = known.to(classMap.device());
    // A place is blood once half of it is.
    const auto target =
        (torch::adaptive_avg_pool2d(masks, classMap.sizes().slice(1)).squeeze(1) / kFullShare).clamp(0, 1);
    const auto loss = torch::binary_cross_entropy_with_logits(classMap, target, {}, {}, at::Reduction::None) *
                      known.view({-1, 1, 1});
    // Every picture's blood counts alike: a large bleed has a hundred places, a small one two.
    const auto share = target * (target >= kBloodFrom) * known.view({-1, 1, 1});
    const auto places = share.sum({1, 2});
    const auto blood = (loss * share).sum({1, 2}) / places.clamp_min(1);
    const auto hard =
        std::max<std::int64_t>(1, std::int64_t(kHardShare * double(classMap.size(1) * classMap.size(2))));
    const auto clear = std::get<0>((loss * (target < kClearBelow)).flatten(1).topk(hard, 1)).mean(1);
    return {blood.sum(), clear.sum(), (places > 0).sum(), known.sum()};
}

} // namespace

torch::Tensor lossOf(const Answer& answer, const torch::Tensor& masks, const std::vector<Example>& batch,
                     double mapWeight, const OverAll& overAll) {
    const auto labels =
        rows(batch, &Picture::labels, answer.logits.device()) * (1 - kLabelSmoothing) + kLabelSmoothing / 2;
    const auto slices = torch::full({}, double(batch.size()), answer.logits.options().requires_grad(false));
    const auto loss = slicesLoss(answer.logits, labels, batch);
    if (!answer.classMap.defined()) return loss / overAll(slices);
    const auto any = torch::binary_cross_entropy_with_logits(HeadImpl::pooled(answer.classMap),
                                                             labels.select(1, 0), {}, {}, at::Reduction::Sum);
    const auto places = placesLoss(answer.classMap, masks, batch);
    const auto counts = overAll(torch::stack({slices, places.withBlood.to(slices), places.known.to(slices)}));
    const auto overMaps =
        any / counts[0] + places.blood / counts[1].clamp_min(1) + places.clear / counts[2].clamp_min(1);
    return loss / counts[0] + mapWeight * overMaps;
}

} // namespace hemo::ml
