#include "ml/train/evaluate.h"

#include "ml/head_cut.h"
#include "ml/network/head.h"
#include "ml/train/augment.h"
#include "ml/train/channels.h"

#include <algorithm>

namespace hemo::ml {
namespace {

constexpr std::size_t kAtOnce = 8;

std::vector<Example> examplesOf(const Patient& patient, std::size_t first) {
    std::vector<Example> some;
    for (std::size_t s = first; s < std::min(first + kAtOnce, patient.pictures.size()); ++s)
        some.push_back({&patient, s});
    return some;
}

Plane planeOf(const Picture& picture) {
    Plane plane(picture.side(), picture.side());
    std::transform(picture.grey.begin(), picture.grey.end(), plane.values.begin(),
                   [](std::uint8_t grey) { return float(grey) / 255; });
    return plane;
}

/// What a network says of some slices read alike.
struct Said {
    torch::Tensor logits, mapLogits; ///< batch x answers, batch; no mapLogits where there is no class map
};

Said ask(SliceNetwork& network, const ModelInfo& info, const std::vector<Example>& examples, HeadCut cut) {
    const auto pictures =
        stackPictures(examples).narrow(2, cut.top, cut.rows).narrow(3, cut.left, cut.columns);
    const auto maps = network.features(toNetworkInput(channelsOf(pictures, info)));
    const auto classMap = network.classMapOf(maps);
    return {network.logitsOf(maps).to(torch::kDouble),
            classMap.defined() ? HeadImpl::pooled(classMap).to(torch::kDouble) : torch::Tensor()};
}

/// A finding that the network does not answer is not known.
PatientAnswers::Slice answerOf(const Picture& picture, const Said& said, std::int64_t row) {
    PatientAnswers::Slice slice{{}, {}, picture.labels, picture.known, picture.isNearPositive};
    for (std::size_t f = 0; f < slice.logits.size(); ++f) {
        if (std::int64_t(f) < said.logits.size(1))
            slice.logits[f] = said.logits[row][std::int64_t(f)].item<double>();
        else
            slice.known[f] = 0;
    }
    if (said.mapLogits.defined()) slice.mapLogit = said.mapLogits[row].item<double>();
    return slice;
}

/// The answers to some slices, each cut as the program that reads a scan cuts it.
std::vector<PatientAnswers::Slice> read(SliceNetwork& network, const ModelInfo& info,
                                        const std::vector<Example>& examples) {
    const int side = examples.front().picture().side();
    const HeadCut whole = wholeSquare(side), middle = network.readsAnySize() ? middleCut(side) : whole;
    std::vector<PatientAnswers::Slice> slices(examples.size());
    for (const HeadCut cut : {middle, whole}) {
        std::vector<Example> alike;
        std::vector<std::size_t> places;
        for (std::size_t n = 0; n < examples.size(); ++n) {
            const bool isWhole = middle == whole || cutFor(planeOf(examples[n].picture())) == whole;
            if (isWhole != (cut == whole)) continue;
            alike.push_back(examples[n]);
            places.push_back(n);
        }
        if (alike.empty()) continue;
        const Said said = ask(network, info, alike, cut);
        for (std::size_t n = 0; n < alike.size(); ++n)
            slices[places[n]] = answerOf(alike[n].picture(), said, static_cast<std::int64_t>(n));
        if (middle == whole) break;
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
