#include "ml/training/measure/evaluate.h"

#include "ml/reader/device/device.h"
#include "ml/reader/network/head.h"
#include "ml/reader/picture/slices_by_part.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/channels.h"

#include <algorithm>
#include <span>

namespace hemo::ml {
namespace {

/// The paper's network takes 0.7 GB for a slice: a scan at once was killed for memory.
constexpr std::size_t kSlicesAtOnce = 8;

/// A finding that the network does not answer is not known.
PatientAnswers::Slice sliceOf(const Picture& picture, std::span<const double> logits) {
    PatientAnswers::Slice slice{{}, picture.labels, picture.known, picture.isNearPositive};
    std::copy(logits.begin(), logits.end(), slice.logits.begin());
    std::fill(slice.known.begin() + std::ptrdiff_t(logits.size()), slice.known.end(), 0.f);
    return slice;
}

torch::Tensor onProcessor(const torch::Tensor& x) {
    return x.to(torch::kCPU, torch::kDouble).contiguous();
}

/// Slices of which the same part is read, as the program that reads a scan reads them.
void read(SliceNetwork& network, const ModelInfo& info, const std::vector<Example>& examples,
          const HeadCut& cut, std::vector<PatientAnswers::Slice>& answers) {
    const auto squares = stackPictures(examples, deviceOf(network.module()));
    const auto pictures = squares.narrow(2, cut.top, cut.rows).narrow(3, cut.left, cut.columns);
    const auto maps = network.features(toNetworkInput(channelsOf(pictures, info)));
    const auto logits = onProcessor(network.logitsOf(maps));
    const auto perSlice = static_cast<std::size_t>(logits.size(1));
    for (std::size_t n = 0; n < examples.size(); ++n) {
        PatientAnswers::Slice& slice = answers[examples[n].slice];
        slice = sliceOf(examples[n].picture(), {logits.data_ptr<double>() + n * perSlice, perSlice});
    }
}

PatientAnswers answer(SliceNetwork& network, const ModelInfo& info, const Patient& patient) {
    PatientAnswers answers{patient.id, patient.dataSetName(), {}, 0, patient.isWholeScan, patient.scanBleeds};
    answers.slices.resize(patient.pictures.size());
    std::vector<HeadCut> cuts;
    for (const Picture& picture : patient.pictures)
        cuts.push_back(network.cutOf(planeOf(picture)));
    for (const auto& [part, places] : slicesByPart(cuts)) {
        for (std::size_t from = 0; from < places.size(); from += kSlicesAtOnce) {
            std::vector<Example> examples;
            for (std::size_t n = from; n < std::min(from + kSlicesAtOnce, places.size()); ++n)
                examples.push_back({&patient, places[n]});
            read(network, info, examples, part, answers.slices);
        }
    }
    return answers;
}

} // namespace

Result<std::unique_ptr<SliceNetwork>> networkOn(const std::vector<WeightTensor>& weights,
                                                const ModelInfo& info, DeviceChoice choice) {
    const auto device = chooseDevice(choice);
    if (!device) return tl::unexpected(device.error());
    auto network = loadSliceNetwork(info, weights);
    if (network) (*network)->module().to(*device);
    return network;
}

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
