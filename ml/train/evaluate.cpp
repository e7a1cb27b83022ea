#include "ml/train/evaluate.h"

#include "ml/network/head.h"
#include "ml/train/augment.h"
#include "ml/train/channels.h"

namespace hemo::ml {
namespace {

constexpr std::size_t kAtOnce = 8;

std::vector<Example> examplesOf(const Patient& patient, std::size_t first) {
    std::vector<Example> some;
    for (std::size_t s = first; s < std::min(first + kAtOnce, patient.pictures.size()); ++s)
        some.push_back({&patient, s});
    return some;
}

/// The answers to some slices; a finding that the network does not answer is not known of them.
std::vector<PatientAnswers::Slice> read(SliceNetwork& network, const ModelInfo& info,
                                        const std::vector<Example>& examples) {
    const auto maps = network.features(toNetworkInput(channelsOf(stackPictures(examples), info)));
    const auto logits = network.logitsOf(maps).to(torch::kDouble);
    const auto classMap = network.classMapOf(maps);
    const auto mapLogits =
        classMap.defined() ? HeadImpl::pooled(classMap).to(torch::kDouble) : torch::Tensor();
    std::vector<PatientAnswers::Slice> slices;
    for (std::size_t n = 0; n < examples.size(); ++n) {
        const auto row = static_cast<std::int64_t>(n);
        const Picture& picture = examples[n].picture();
        PatientAnswers::Slice slice{{}, {}, picture.labels, picture.known, picture.isNearPositive};
        for (std::size_t f = 0; f < slice.logits.size(); ++f) {
            if (std::int64_t(f) < logits.size(1))
                slice.logits[f] = logits[row][std::int64_t(f)].item<double>();
            else
                slice.known[f] = 0;
        }
        if (mapLogits.defined()) slice.mapLogit = mapLogits[row].item<double>();
        slices.push_back(slice);
    }
    return slices;
}

PatientAnswers answer(SliceNetwork& network, const ModelInfo& info, const Patient& patient) {
    PatientAnswers answers{patient.id, patient.dataSetName(), patient.hasBleed(), {}, 0};
    for (std::size_t first = 0; first < patient.pictures.size(); first += kAtOnce) {
        auto some = read(network, info, examplesOf(patient, first));
        answers.slices.insert(answers.slices.end(), some.begin(), some.end());
    }
    return answers;
}

} // namespace

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
