#include "ml/train/evaluate.h"

#include "ml/network/head.h"
#include "ml/train/augment.h"
#include "ml/train/channels.h"

#include <algorithm>

namespace hemo::ml {
namespace {

/// A slice read as the program that reads a scan reads it; a finding that the network does not answer is not
/// known of it.
PatientAnswers::Slice read(SliceNetwork& network, const ModelInfo& info, const Example& example) {
    const Picture& picture = example.picture();
    const HeadCut cut = network.cutOf(planeOf(picture));
    const auto pictures =
        stackPictures({example}).narrow(2, cut.top, cut.rows).narrow(3, cut.left, cut.columns);
    const auto maps = network.features(toNetworkInput(channelsOf(pictures, info)));
    const auto logits = network.logitsOf(maps)[0].to(torch::kDouble);
    const auto classMap = network.classMapOf(maps);
    PatientAnswers::Slice slice{{}, {}, picture.labels, picture.known, picture.isNearPositive};
    for (std::size_t f = 0; f < slice.logits.size(); ++f) {
        if (std::int64_t(f) < logits.size(0))
            slice.logits[f] = logits[std::int64_t(f)].item<double>();
        else
            slice.known[f] = 0;
    }
    if (classMap.defined()) slice.mapLogit = HeadImpl::pooled(classMap).item<double>();
    return slice;
}

PatientAnswers answer(SliceNetwork& network, const ModelInfo& info, const Patient& patient) {
    PatientAnswers answers{patient.id, patient.dataSetName(), patient.hasBleed(), {}, 0};
    for (std::size_t s = 0; s < patient.pictures.size(); ++s)
        answers.slices.push_back(read(network, info, {&patient, s}));
    return answers;
}

} // namespace

Plane planeOf(const Picture& picture) {
    Plane plane(picture.side(), picture.side());
    std::transform(picture.grey.begin(), picture.grey.end(), plane.values.begin(),
                   [](std::uint8_t grey) { return float(grey) / 255; });
    return plane;
}

torch::Tensor toNetworkInput(const torch::Tensor& grey) {
    return (grey * 2 - 1).contiguous(torch::MemoryFormat::ChannelsLast);
}

std::vector<PatientAnswers> answersOf(SliceNetwork& network, const ModelInfo& info,
                                      const std::vector<const Patient*>& patients) {
    torch::NoGradGuard noGrad;
    const bool wasTraining = network.module().is_training();
    network.module().eval();
    std::vector<PatientAnswers> all;
    for (const Patient* patient : patients)
        all.push_back(answer(network, info, *patient));
    network.module().train(wasTraining);
    return all;
}

} // namespace hemo::ml
