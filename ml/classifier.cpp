#include "ml/classifier.h"

#include "core/geometry/picture_plane.h"
#include "ml/guarded.h"
#include "ml/model_folder.h"
#include "ml/network/efficientdet.h"
#include "ml/network/evidence.h"
#include "ml/network/module_weights.h"
#include "ml/preprocess.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <map>

namespace hemo::ml {
namespace {

constexpr auto kArchitecture = "efficientdet-lite0";
constexpr int kChannels = 3;

Result<torch::Device> chooseDevice(DeviceChoice choice) {
    const bool hasGpu = choice != DeviceChoice::Cpu && torch::cuda::is_available();
    if (choice == DeviceChoice::Cuda && !hasGpu)
        return fail(ErrorCode::Model, "There is no GPU that the second reader can use: choose auto or cpu.");
    return torch::Device(hasGpu ? torch::kCUDA : torch::kCPU);
}

/// The driver's own word: LibTorch names GPUs only in headers that need a CUDA toolkit.
std::string gpuName() {
    std::error_code none;
    for (const auto& gpu : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", none)) {
        std::ifstream information(gpu.path() / "information");
        for (std::string line; std::getline(information, line);)
            if (const auto at = line.find_first_not_of(" \t", 6);
                line.starts_with("Model:") && at != line.npos)
                return line.substr(at);
    }
    return "GPU";
}

std::string nameOf(const torch::Device& device) {
    if (device.is_cuda()) return gpuName();
    const int threads = torch::get_num_threads();
    return "CPU, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

/// The planes of a scan, made when first asked for and kept while they may be asked for again.
class PlaneCache {
public:
    PlaneCache(const Volume& volume, const Crop& crop, const ModelInfo& info)
        : m_volume(volume), m_crop(crop), m_info(info) {}

    const Plane& at(int k) {
        const auto found = m_planes.find(k);
        if (found != m_planes.end()) return found->second;
        return m_planes.emplace(k, networkPlane(m_volume, k, m_crop, m_info)).first->second;
    }
    /// Slices are read in order: what lies further back than a slice's own channels is done with.
    void forgetBefore(int k) { m_planes.erase(m_planes.begin(), m_planes.lower_bound(k)); }

private:
    const Volume& m_volume;
    const Crop& m_crop;
    const ModelInfo& m_info;
    std::map<int, Plane> m_planes;
};

double calibrated(double logit, ModelInfo::Calibration c) {
    return 1 / (1 + std::exp(-(c.scale * logit + c.offset)));
}

/// Why a scan that was read must not be judged; empty where it may.
std::string whyNotAssessed(const Grid& grid, int slicesWithBrain) {
    if (nativeAxis(grid) != ViewAxis::Axial) return "Cannot assess: the slices are not axial.";
    if (slicesWithBrain < std::min(3, (grid.slices() + 1) / 2))
        return "Cannot assess: no head is seen in these slices.";
    return {};
}

} // namespace

struct Classifier::Impl {
    ModelInfo info;
    torch::Device device{torch::kCPU};
    std::string deviceName;
    EfficientDet network{nullptr};

    torch::Tensor toInput(const std::vector<const Plane*>& planes) const;
    SliceDone read(int k, const torch::Tensor& input, const Grid& grid, const Crop& crop);
    Result<Prediction> classify(const Volume& volume, const TaskContext& context,
                                const std::function<void(const SliceDone&)>& onSlice);
};

torch::Tensor Classifier::Impl::toInput(const std::vector<const Plane*>& planes) const {
    const int size = info.inputSize;
    auto input = torch::empty({1, kChannels, size, size});
    float* out = input.data_ptr<float>();
    for (const Plane* plane : planes)
        out = std::transform(plane->values.begin(), plane->values.end(), out,
                             [](float v) { return v * 2 - 1; });
    return input.to(device).contiguous(torch::MemoryFormat::ChannelsLast);
}

SliceDone Classifier::Impl::read(int k, const torch::Tensor& input, const Grid& grid, const Crop& crop) {
    const Levels levels = network->features(input);
    const auto logits = network->head(levels).to(torch::kCPU, torch::kDouble).contiguous();
    SliceDone done;
    done.slice.slice = k;
    for (std::size_t f = 0; f < done.slice.p.size(); ++f)
        done.slice.p[f] = calibrated(logits.data_ptr<double>()[f], info.calibration[f]);

    const auto any = static_cast<std::int64_t>(Finding::Any);
    const auto map = (evidenceMap(network->head->evidence(levels, any)) * info.calibration[0].scale)
                         .to(torch::kCPU)
                         .contiguous();
    Plane heat(static_cast<int>(map.size(2)), static_cast<int>(map.size(1)));
    std::copy_n(map.data_ptr<float>(), heat.values.size(), heat.values.begin());
    const HeatSize size = heatSize(grid, crop, info.inputSize, heat.width);
    done.heatColumns = size.columns;
    done.heatRows = size.rows;
    done.heat = heatOnGrid(heat, crop, info.inputSize, grid, size);
    return done;
}

Result<Prediction> Classifier::Impl::classify(const Volume& volume, const TaskContext& context,
                                              const std::function<void(const SliceDone&)>& onSlice) {
    const auto started = std::chrono::steady_clock::now();
    const c10::InferenceMode inference;
    const Grid& grid = volume.grid();
    const Crop crop = cropOf(volume, info.inputSize);
    PlaneCache planes(volume, crop, info);
    std::vector<SliceDone> slices;
    int slicesWithBrain = 0;
    for (int k = 0; k < grid.slices(); ++k) {
        if (context.cancelled()) return cancelled();
        const auto channels = channelSlices(grid, k, kChannels);
        std::vector<const Plane*> sources;
        for (const int c : channels)
            sources.push_back(&planes.at(c));
        slicesWithBrain += showsBrain(planes.at(k));
        slices.push_back(read(k, toInput(sources), grid, crop));
        if (onSlice) onSlice(slices.back());
        planes.forgetBefore(*std::min_element(channels.begin(), channels.end()));
        context.report(double(k + 1) / grid.slices(), "Reading slices");
    }
    ClassifyDone done;
    std::vector<SlicePrediction> answers;
    for (const SliceDone& s : slices)
        answers.push_back(s.slice);
    done.verdict = judge(answers, info.rule);
    if (const std::string why = whyNotAssessed(grid, slicesWithBrain);
        !why.empty() && done.verdict.answer != Answer::CannotAssess)
        done.verdict = {Answer::CannotAssess, 0, 0, why};
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started;
    done.provenance = {info.id,    info.weightsSha256, info.rule,
                       deviceName, spent.count(),      volume.seriesInstanceUid()};
    return assemblePrediction(grid, std::move(slices), done);
}

Classifier::Classifier() : m_impl(std::make_unique<Impl>()) {}
Classifier::~Classifier() = default;

Result<std::unique_ptr<Classifier>> Classifier::load(const std::filesystem::path& folder,
                                                     DeviceChoice choice) {
    return guarded([&]() -> Result<std::unique_ptr<Classifier>> {
        auto files = readModelFolder(folder);
        if (!files) return tl::unexpected(files.error());
        if (files->info.architecture != kArchitecture || files->info.neighbours != kChannels ||
            files->info.inputSize % 32 != 0)
            return fail(ErrorCode::Model,
                        "The model does not fit this version of the program: choose another model.",
                        "architecture " + files->info.architecture);
        const auto device = chooseDevice(choice);
        if (!device) return tl::unexpected(device.error());
        std::unique_ptr<Classifier> classifier(new Classifier);
        Impl& impl = *classifier->m_impl;
        impl.info = std::move(files->info);
        impl.device = *device;
        impl.deviceName = nameOf(*device);
        impl.network = EfficientDet(EfficientDetImpl::Shape{impl.info.bifpnCells, impl.info.bifpnChannels});
        if (auto loaded = loadWeights(*impl.network, files->weights); !loaded)
            return tl::unexpected(loaded.error());
        impl.network->to(impl.device);
        impl.network->eval();
        impl.network->fold();
        return classifier;
    });
}

const ModelInfo& Classifier::info() const {
    return m_impl->info;
}

std::string Classifier::device() const {
    return m_impl->deviceName;
}

Result<Prediction> Classifier::classify(const Volume& volume, const TaskContext& context,
                                        const std::function<void(const SliceDone&)>& onSlice) {
    return guarded([&] { return m_impl->classify(volume, context, onSlice); });
}

} // namespace hemo::ml
