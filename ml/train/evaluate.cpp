#include "ml/train/evaluate.h"

#include "ml/train/augment.h"

namespace hemo::ml {
namespace {

constexpr std::size_t kAtOnce = 8;

std::vector<Example> examplesOf(const Patient& patient, std::size_t first) {
    std::vector<Example> some;
    for (std::size_t s = first; s < std::min(first + kAtOnce, patient.pictures.size()); ++s)
        some.push_back({&patient, s});
    return some;
}

PatientAnswers answer(EfficientDet& network, const Patient& patient) {
    PatientAnswers answers{patient.id, patient.source, patient.hasBleed(), {}};
    for (std::size_t first = 0; first < patient.pictures.size(); first += kAtOnce) {
        const auto examples = examplesOf(patient, first);
        const auto logits = network(toNetworkInput(stackPictures(examples))).to(torch::kDouble).contiguous();
        const double* value = logits.data_ptr<double>();
        for (const Example& e : examples) {
            PatientAnswers::Slice slice{
                {}, e.picture().labels, e.picture().known, e.picture().isNearPositive};
            std::copy_n(value, slice.logits.size(), slice.logits.begin());
            value += slice.logits.size();
            answers.slices.push_back(slice);
        }
    }
    return answers;
}

} // namespace

torch::Tensor toNetworkInput(const torch::Tensor& grey) {
    return (grey * 2 - 1).contiguous(torch::MemoryFormat::ChannelsLast);
}

std::vector<PatientAnswers> answersOf(EfficientDet& network, const std::vector<const Patient*>& patients) {
    torch::NoGradGuard noGrad;
    const bool wasTraining = network->is_training();
    network->eval();
    std::vector<PatientAnswers> all;
    for (const Patient* patient : patients)
        all.push_back(answer(network, *patient));
    network->train(wasTraining);
    return all;
}

} // namespace hemo::ml
