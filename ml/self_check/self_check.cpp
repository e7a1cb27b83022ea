#include "ml/self_check/self_check.h"

#include "core/simulate/phantom.h"
#include "ml/guarded.h"
#include "ml/reader/classifier.h"
#include "ml/reader/device/gpu.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/random_weights.h"
#include "ml/reader/slice_network.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hemo::ml {
namespace {

torch::Tensor randomPictures(std::int64_t batch, const ModelInfo& info) {
    const auto pictures = torch::rand({batch, info.channels(), info.inputSize, info.inputSize}) * 2 - 1;
    return pictures.contiguous(torch::MemoryFormat::ChannelsLast);
}

/// Random networks answer loudly: a calibration brings p away from 0 and 1, where a difference would not
/// show.
void calibrate(ModelInfo& info, const torch::Tensor& logits) {
    for (std::int64_t f = 0; f < logits.size(1); ++f)
        info.calibration[std::size_t(f)].scale =
            1 / std::max(1.0, logits.select(1, f).abs().max().item<double>());
}

/// The largest error of the closed form over all levels, as a share of the level's largest value.
double heatError(SliceNetwork& network, const torch::Tensor& pictures) {
    constexpr double kBelowSix = 5.9; // where ReLU6 cuts off, its gradient vanishes, but not the evidence
    SliceNetwork::Maps seen = network.features(pictures);
    for (torch::Tensor& level : seen)
        level = level.detach().clamp(0, kBelowSix).requires_grad_();
    network.logitsOf(seen).select(1, 0).sum().backward();
    torch::NoGradGuard noGrad;
    const auto closed = network.evidenceOf(seen);
    double largest = 0;
    for (std::size_t l = 0; l < seen.size(); ++l) {
        const auto alpha = seen[l].grad().mean({2, 3}, true); // Selvaraju et al. 2017, equation 1
        const auto gradCam = (alpha * seen[l]).sum(1);
        const double places = double(seen[l].size(2) * seen[l].size(3));
        const double scale = gradCam.abs().max().item<double>();
        const double error = (closed[l] / places - gradCam).abs().max().item<double>();
        largest = std::max(largest, scale > 0 ? error / scale : 1.0); // no gradient at all proves nothing
    }
    return largest;
}

/// As many pixels as a scanner makes, so that the times are those of a real scan; of the picture itself
/// nothing is asked that a head drawn at half of that would not have.
VolumePtr scan() {
    PhantomSpec spec;
    spec.bleed = BleedSpec{};
    const VolumePtr drawn = makePhantom(spec).volume;
    const Grid& coarse = drawn->grid();
    const Vec3 toCorner = (coarse.rowDirection() * coarse.columnSpacingMm() +
                           coarse.columnDirection() * coarse.rowSpacingMm()) *
                          -0.25;
    std::vector<PatientPoint> positions;
    std::vector<std::int16_t> voxels;
    voxels.reserve(4 * coarse.voxelCount());
    for (int k = 0; k < coarse.slices(); ++k) {
        positions.push_back(coarse.slicePositions()[std::size_t(k)] + toCorner);
        const auto slice = drawn->slice(k);
        for (int j = 0; j < 2 * coarse.rows(); ++j)
            for (int i = 0; i < 2 * coarse.columns(); ++i)
                voxels.push_back(
                    slice[std::size_t(j / 2) * std::size_t(coarse.columns()) + std::size_t(i / 2)]);
    }
    Grid fine(2 * coarse.columns(), 2 * coarse.rows(), coarse.rowDirection(), coarse.columnDirection(),
              coarse.columnSpacingMm() / 2, coarse.rowSpacingMm() / 2, std::move(positions));
    return std::make_shared<const Volume>(std::move(fine), std::move(voxels), drawn->seriesInstanceUid());
}

struct Reading {
    DeviceTime time;
    Prediction prediction;
};

Result<Reading> readOn(DeviceChoice device, const ModelFolder& model, const Volume& volume) {
    auto classifier = Classifier::make(model, device);
    if (!classifier) return tl::unexpected(classifier.error());
    auto first = (*classifier)->classify(volume, {}, TaskContext{});
    if (!first) return tl::unexpected(first.error());
    auto second = (*classifier)->classify(volume, {}, TaskContext{});
    if (!second) return tl::unexpected(second.error());
    const double firstSeconds = first->provenance.seconds, seconds = second->provenance.seconds;
    return Reading{{(*classifier)->device(), firstSeconds, seconds}, std::move(*second)};
}

double largestDifference(const Prediction& a, const Prediction& b) {
    double largest = 0;
    for (std::size_t k = 0; k < a.slices.size(); ++k)
        for (std::size_t f = 0; f < a.slices[k].p.size(); ++f)
            largest = std::max(largest, std::abs(a.slices[k].p[f] - b.slices[k].p[f]));
    return largest;
}

} // namespace

Result<ModelFolder> randomModel(const std::string& architecture) {
    return guarded([&]() -> Result<ModelFolder> {
        ModelFolder model{usualModel(architecture), {}};
        model.info.id = "random " + architecture;
        auto network = makeSliceNetwork(model.info);
        if (!network) return tl::unexpected(network.error());
        torch::manual_seed(31);
        enliven((*network)->module(), [&] { (*network)->logits(randomPictures(2, model.info)); });
        torch::NoGradGuard noGrad;
        calibrate(model.info, (*network)->logits(randomPictures(2, model.info)));
        model.weights = weightsOf((*network)->module(), WeightType::Float);
        return model;
    });
}

Result<SelfCheck> checkModel(const ModelFolder& model) {
    return guarded([&]() -> Result<SelfCheck> {
        SelfCheck check;
        check.modelId = model.info.id;
        ModelInfo slicesAlone = model.info; // evidence explains the slice's answer; a class map is its own
        slicesAlone.mapShare = 0;
        auto network = loadSliceNetwork(slicesAlone, model.weights);
        if (!network) return tl::unexpected(network.error());
        (*network)->module().eval();
        torch::manual_seed(32);
        check.heatError = heatError(**network, randomPictures(1, model.info));

        const VolumePtr volume = scan();
        const auto cpu = readOn(DeviceChoice::Cpu, model, *volume);
        if (!cpu) return tl::unexpected(cpu.error());
        check.times.push_back(cpu->time);
        if (!hasUsableGpu()) return check;
        const auto gpu = readOn(DeviceChoice::Cuda, model, *volume);
        if (!gpu) return tl::unexpected(gpu.error());
        check.times.push_back(gpu->time);
        check.gpuDifference = largestDifference(cpu->prediction, gpu->prediction);
        return check;
    });
}

} // namespace hemo::ml
