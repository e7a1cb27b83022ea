#include "ml/reader/classifier.h"

#include "core/classify/verdict/slice_share.h"
#include "ml/guarded.h"
#include "ml/reader/device/device.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/picture/brain_check.h"
#include "ml/reader/picture/scan_pictures.h"
#include "ml/reader/picture/slices_by_part.h"
#include "ml/reader/side_by_side.h"
#include "ml/reader/slice_network.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hemo::ml {
namespace {

/// All of a scan of thick slices, and of thin ones no more than fits any GPU.
constexpr int kSlicesAtOnceOnGpu = 48;

std::string nameOf(const torch::Device& device, std::size_t networks) {
    if (device.is_cuda()) return gpuName();
    const int threads = torch::get_num_threads() * static_cast<int>(networks);
    return "CPU, " + std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

/// What a slice is read from: itself in each of the model's windows.
using Channels = std::vector<Plane>;

Channels channelsOf(const ScanPictures& pictures, int k, const ModelInfo& info) {
    Channels planes;
    for (std::size_t window = 0; window < info.windows.size(); ++window)
        planes.push_back(pictures.of(k, window));
    return planes;
}

/// The explanation asked for where the model knows it, else its own.
Explanation knownOr(const ModelInfo& info, std::optional<Explanation> asked) {
    const auto known = explanationsOf(info);
    const bool isKnown = asked && std::find(known.begin(), known.end(), *asked) != known.end();
    return isKnown ? *asked : known.front();
}

Verdict verdictOn(const std::vector<SlicePrediction>& slices, const PatientRule& rule,
                  const ScanFacts& facts) {
    if (auto why = whyNotAssessed(facts)) {
        Verdict nothing;
        nothing.reason = std::move(*why);
        return nothing;
    }
    Verdict verdict = judge(slices, rule, whyNotExcluded(facts).value_or(Message()));
    verdict.caution = cautionAbout(facts);
    return verdict;
}

} // namespace

struct Classifier::Impl {
    ModelInfo info;
    torch::Device device{torch::kCPU};
    std::string deviceName;
    std::vector<std::unique_ptr<SliceNetwork>> networks; ///< the same: one for each core
    Explanation explanation = Explanation::Evidence;     ///< of the scan under way

    int slicesAtOnce = 1;
    std::function<int()> coresNow;

    torch::Tensor toInput(const std::vector<const Channels*>& slices) const;
    SliceReading read(SliceNetwork& network, const std::vector<const Channels*>& slices,
                      const HeadCut& part) const;
    SliceDone answerOf(int k, const SliceReading& reading, const Grid& grid, const Crop& crop) const;
    std::vector<SliceDone> answersOf(SliceNetwork& network, int first, const std::vector<Channels>& slices,
                                     const Grid& grid, const Crop& crop) const;
    std::vector<SliceDone> nextAnswers(const ScanPictures& pictures, const Grid& grid, int first) const;
    Result<Prediction> classify(const Volume& volume, const ScanHeader& header, const TaskContext& context,
                                const std::function<void(const SliceDone&)>& onSlice);
};

torch::Tensor Classifier::Impl::toInput(const std::vector<const Channels*>& slices) const {
    const int size = info.inputSize;
    const auto count = static_cast<std::int64_t>(slices.size());
    auto input = torch::empty({count, info.channels(), size, size});
    float* out = input.data_ptr<float>();
    for (const Channels* planes : slices)
        for (const Plane& plane : *planes)
            out = std::transform(plane.values.begin(), plane.values.end(), out,
                                 [](float v) { return v * 2 - 1; });
    return input.to(device);
}

SliceReading Classifier::Impl::read(SliceNetwork& network, const std::vector<const Channels*>& slices,
                                    const HeadCut& part) const {
    const SliceReading reading = network.readPart(toInput(slices), part, explanation);
    return {reading.logits.to(torch::kCPU, torch::kDouble).contiguous(),
            reading.heat.to(torch::kCPU, torch::kFloat).contiguous()};
}

/// Slices of which the same part is read are read at once.
std::vector<SliceDone> Classifier::Impl::answersOf(SliceNetwork& network, int first,
                                                   const std::vector<Channels>& slices, const Grid& grid,
                                                   const Crop& crop) const {
    std::vector<HeadCut> cuts;
    for (const Channels& planes : slices)
        cuts.push_back(network.cutOf(planes.front()));
    std::vector<SliceDone> answers(slices.size());
    for (const auto& [part, places] : slicesByPart(cuts)) {
        std::vector<const Channels*> alike;
        for (const std::size_t place : places)
            alike.push_back(&slices[place]);
        const SliceReading all = read(network, alike, part);
        for (std::size_t n = 0; n < places.size(); ++n) {
            const auto at = static_cast<std::int64_t>(n);
            answers[places[n]] =
                answerOf(first + static_cast<int>(places[n]),
                         {all.logits.narrow(0, at, 1), all.heat.narrow(0, at, 1)}, grid, crop);
        }
    }
    return answers;
}

SliceDone Classifier::Impl::answerOf(int k, const SliceReading& reading, const Grid& grid,
                                     const Crop& crop) const {
    SliceDone done;
    done.slice.slice = k;
    done.slice.namesSubtypes = info.namesSubtypes;
    for (std::size_t f = 0; f < static_cast<std::size_t>(reading.logits.size(1)); ++f)
        done.slice.p[f] = probabilityOf(reading.logits.data_ptr<double>()[f], info.calibration[f]);

    // Parts of the answer are calibrated with it; a class map speaks of its own places, and not of the slice.
    const bool isOfAnswer =
        heatUnit(explanation) == HeatUnit::LogOdds && explanation != Explanation::ClassMap;
    const double scale = isOfAnswer ? info.calibration[0].scale : 1;
    const auto map = reading.heat * scale;
    Plane heat(static_cast<int>(map.size(2)), static_cast<int>(map.size(1)));
    std::copy_n(map.data_ptr<float>(), heat.values.size(), heat.values.begin());
    const HeatSize size = heatSize(grid, crop, info.inputSize, heat.width);
    done.heatColumns = size.columns;
    done.heatRows = size.rows;
    done.heat = heatOnGrid(heat, crop, info.inputSize, grid, size);
    return done;
}

/// A batch of slices, or one on each core that may read now.
std::vector<SliceDone> Classifier::Impl::nextAnswers(const ScanPictures& pictures, const Grid& grid,
                                                     int first) const {
    const auto read = [&](SliceNetwork& network, int from, int end) {
        std::vector<Channels> channels;
        for (int k = from; k < end; ++k)
            channels.push_back(channelsOf(pictures, k, info));
        return answersOf(network, from, channels, grid, pictures.crop());
    };
    const int left = grid.slices() - first, cores = static_cast<int>(networks.size());
    if (slicesAtOnce > 1) return read(*networks.front(), first, first + std::min(slicesAtOnce, left));
    const int now = std::min(left, std::clamp(coresNow ? coresNow() : cores, 1, cores));
    return sideBySide<SliceDone>(now, [&](int n) {
        return std::move(read(*networks[static_cast<std::size_t>(n)], first + n, first + n + 1).front());
    });
}

Result<Prediction> Classifier::Impl::classify(const Volume& volume, const ScanHeader& header,
                                              const TaskContext& context,
                                              const std::function<void(const SliceDone&)>& onSlice) {
    const auto started = std::chrono::steady_clock::now();
    const c10::InferenceMode inference;
    const Grid& grid = volume.grid();
    const ScanPictures pictures(volume, lengthsOf(header), info);
    const std::vector<double> shares = sliceShares(grid, lengthsOf(header));
    std::vector<SliceDone> slices;
    while (static_cast<int>(slices.size()) < grid.slices()) {
        if (context.cancelled()) return cancelled();
        for (SliceDone& answer : nextAnswers(pictures, grid, static_cast<int>(slices.size()))) {
            answer.slice.share = shares[slices.size()];
            slices.push_back(std::move(answer));
            if (onSlice) onSlice(slices.back());
        }
        context.report(double(slices.size()) / grid.slices(), say("stage.slices"));
    }
    ClassifyDone done;
    std::vector<SlicePrediction> answers;
    for (const SliceDone& s : slices)
        answers.push_back(s.slice);
    done.verdict = verdictOn(answers, info.rule, gatherScanFacts(volume, header, pictures.quiet()));
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started;
    done.provenance = {info.id,       info.weightsSha256,         info.rule,  deviceName,
                       spent.count(), volume.seriesInstanceUid(), explanation};
    return assemblePrediction(grid, std::move(slices), done);
}

Classifier::Classifier() : m_impl(std::make_unique<Impl>()) {}
Classifier::~Classifier() = default;

Result<std::unique_ptr<Classifier>> Classifier::load(const std::filesystem::path& folder, DeviceChoice choice,
                                                     int cores) {
    return guarded([&]() -> Result<std::unique_ptr<Classifier>> {
        auto files = loadModelFolder(folder);
        if (!files) return tl::unexpected(files.error());
        return make(std::move(*files), choice, cores);
    });
}

Result<std::unique_ptr<Classifier>> Classifier::make(ModelFolder files, DeviceChoice choice, int cores) {
    return guarded([&]() -> Result<std::unique_ptr<Classifier>> {
        const auto device = chooseDevice(choice);
        if (!device) return tl::unexpected(device.error());
        // On a GPU too a product has all its digits: the two devices must give one answer.
        at::globalContext().setAllowTF32CuDNN(false);
        std::unique_ptr<Classifier> classifier(new Classifier);
        Impl& impl = *classifier->m_impl;
        for (int n = 0; n < (device->is_cuda() ? 1 : std::max(1, cores)); ++n) {
            auto network = loadSliceNetwork(files.info, files.weights);
            if (!network) return tl::unexpected(network.error());
            (*network)->module().to(*device);
            (*network)->module().eval();
            (*network)->fold();
            impl.networks.push_back(std::move(*network));
        }
        impl.info = std::move(files.info);
        impl.device = *device;
        impl.deviceName = nameOf(*device, impl.networks.size());
        if (impl.device.is_cuda()) impl.slicesAtOnce = kSlicesAtOnceOnGpu;
        return classifier;
    });
}

const ModelInfo& Classifier::info() const {
    return m_impl->info;
}

std::string Classifier::device() const {
    return m_impl->deviceName;
}

void Classifier::readAtOnce(int slices) {
    m_impl->slicesAtOnce = std::max(1, slices);
}

void Classifier::askForCores(std::function<int()> coresNow) {
    m_impl->coresNow = std::move(coresNow);
}

void Classifier::warmUp() {
    const c10::InferenceMode inference;
    Impl& impl = *m_impl;
    impl.explanation = knownOr(impl.info, std::nullopt);
    const auto warmed = guarded([&]() -> Result<void> {
        const int size = impl.info.inputSize;
        const auto nothing = torch::zeros({1, impl.info.channels(), size, size}, impl.device);
        sideBySide<bool>(static_cast<int>(impl.networks.size()), [&](int n) {
            SliceNetwork& network = *impl.networks[static_cast<std::size_t>(n)];
            // The first picture of every size is slow.
            for (const HeadCut& part : network.partsOf(size))
                network.readPart(nothing, part, impl.explanation);
            return true;
        });
        return {};
    });
    static_cast<void>(warmed); // what fails here fails again where somebody waits for it
}

Result<Prediction> Classifier::classify(const Volume& volume, const ScanHeader& header,
                                        const TaskContext& context,
                                        const std::function<void(const SliceDone&)>& onSlice,
                                        std::optional<Explanation> explanation) {
    m_impl->explanation = knownOr(m_impl->info, explanation);
    return guarded([&] { return m_impl->classify(volume, header, context, onSlice); });
}

} // namespace hemo::ml
