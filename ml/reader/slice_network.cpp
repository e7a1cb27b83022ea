#include "ml/reader/slice_network.h"

#include "core/classify/verdict/unfit_model.h"
#include "ml/reader/explain/explain.h"
#include "ml/reader/network/efficientdet.h"
#include "ml/reader/network/evidence.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/paper_network.h"

#include <algorithm>
#include <map>
#include <string>

namespace hemo::ml {
namespace {

constexpr int kLiteInputSize = 288;

Levels levelsOf(const SliceNetwork::Maps& maps) {
    return {maps[0], maps[1], maps[2]};
}
SliceNetwork::Maps mapsOf(const Levels& levels) {
    return {levels.begin(), levels.end()};
}

/// A weight of squeeze and excitation.
bool isGate(const WeightTensor& weight) {
    return weight.name.find("._se_") != std::string::npos;
}

/// A stem that sees one grey picture as the published one sees it in all three colours.
std::vector<WeightTensor> greyStem(std::vector<WeightTensor> weights) {
    for (WeightTensor& weight : weights)
        if (weight.name == "_conv_stem.weight") weight = summedOverColours(weight);
    return weights;
}

class EfficientDetReader : public SliceNetwork {
public:
    EfficientDetReader(EfficientDetImpl::Shape shape, double mapShare)
        : m_network(shape), m_mapShare(mapShare) {}

    torch::nn::Module& module() override { return *m_network; }
    torch::nn::Module& trunk() override { return *m_network->trunk; }
    Result<void> loadTrunk(const std::vector<WeightTensor>& weights) override {
        return loadWeights(trunk(), greyStem(weights));
    }
    void freezeFirstBlocks() override { m_network->trunk->freezeFirstBlocks(); }
    void fold() override { m_network->fold(); }

    Maps features(const torch::Tensor& pictures) override { return mapsOf(m_network->features(pictures)); }
    torch::Tensor logitsOf(const Maps& features) override {
        const Levels levels = levelsOf(features);
        torch::Tensor logits = m_network->head(levels);
        if (m_mapShare == 0) return logits;
        const auto map = HeadImpl::pooled(classMapOf(features));
        auto any = logits.select(1, std::int64_t(BleedType::Any));
        any.copy_(any * (1 - m_mapShare) + map * m_mapShare);
        return logits;
    }
    torch::Tensor classMapOf(const Maps& features) override {
        return m_network->head->hasClassMap() ? m_network->head->classMap(levelsOf(features))
                                              : torch::Tensor();
    }
    Maps evidenceOf(const Maps& features) override {
        return mapsOf(m_network->head->evidence(levelsOf(features), std::int64_t(BleedType::Any)));
    }
    torch::Tensor heatOf(const Maps& evidence) override { return evidenceMap(levelsOf(evidence)); }
    torch::Tensor explain(const torch::Tensor& pictures, const Maps& features,
                          Explanation explanation) override {
        if (explanation == Explanation::LayerCam) return ml::explain(m_network, pictures, explanation);
        const auto heat = ml::explain(m_network, SeenLevels{{}, levelsOf(features)}, explanation);
        // The levels make the part of the answer that the class map does not.
        return explanation == Explanation::ClassMap ? heat : heat * (1 - m_mapShare);
    }

private:
    EfficientDet m_network;
    double m_mapShare;
};

class PaperReader : public SliceNetwork {
public:
    torch::nn::Module& module() override { return *m_network; }
    torch::nn::Module& trunk() override { return *m_network->trunk; }
    Result<void> loadTrunk(const std::vector<WeightTensor>& weights) override {
        if (std::any_of(weights.begin(), weights.end(), isGate)) return loadWeights(trunk(), weights);
        m_network->trunk->openGates();
        auto completed = weights;
        for (WeightTensor& own : weightsOf(trunk(), WeightType::Float))
            if (isGate(own)) completed.push_back(std::move(own));
        return loadWeights(trunk(), completed);
    }
    bool readsAnySize() const override { return false; } // its levels must land on one picture
    void freezeFirstBlocks() override { m_network->trunk->freezeFirstBlocks(); }
    void fold() override { m_network->fold(); }

    Maps features(const torch::Tensor& pictures) override { return {m_network->features(pictures)}; }
    torch::Tensor logitsOf(const Maps& features) override { return m_network->logOdds(features[0]); }
    Maps evidenceOf(const Maps& features) override { return {m_network->evidence(features[0])}; }
    /// As the paper shows it: ResNet's picture is taken to lie evenly over the input.
    torch::Tensor heatOf(const Maps& evidence) override {
        const double stride =
            double(ResNet18Impl::kStride) * LevelMergeImpl::kInputSize / double(LevelMergeImpl::kPictureSize);
        return heatMap(evidence[0], stride, LevelMergeImpl::kInputSize / kFinestStride);
    }

private:
    PaperNetwork m_network;
};

bool isPaper(const ModelInfo& info) {
    return info.architecture == "paper";
}

std::optional<LiteSize> liteSizeOf(const std::string& architecture) {
    static const std::map<std::string, LiteSize> sizes{{"efficientdet-lite0", LiteSize::Lite0},
                                                       {"efficientdet-lite2", LiteSize::Lite2}};
    const auto found = sizes.find(architecture);
    return found == sizes.end() ? std::nullopt : std::optional(found->second);
}

/// What of the description no network here can do; empty where all is well.
std::string whyNot(const ModelInfo& info) {
    const int channels = isPaper(info) ? EfficientNetB0Impl::kWindows : LiteImpl::kWindows;
    if (info.channels() != channels) return "it has " + std::to_string(info.channels()) + " channels";
    if (isPaper(info)) {
        if (info.namesSubtypes) return "the paper's network does not answer subtypes";
        if (info.hasClassMap) return "the paper's network has no class map";
        if (info.inputSize != LevelMergeImpl::kInputSize) return "the paper's network reads 512 pixels";
        if (info.bifpnCells != PaperNetworkImpl::kCells || info.bifpnChannels != PaperNetworkImpl::kChannels)
            return "the paper's pyramid has three cells of 64 channels";
        return {};
    }
    if (!liteSizeOf(info.architecture)) return "architecture " + info.architecture;
    if (!info.namesSubtypes) return "an EfficientDet answers subtypes";
    if (info.inputSize % kCoarsestStride != 0) return "its input is not a multiple of 32 pixels";
    return {};
}

} // namespace

SliceReading SliceNetwork::read(const torch::Tensor& pictures) {
    const Maps seen = features(pictures);
    return {logitsOf(seen), heatOf(evidenceOf(seen))};
}

torch::Tensor SliceNetwork::explain(const torch::Tensor&, const Maps& features, Explanation) {
    return heatOf(evidenceOf(features));
}

SliceReading SliceNetwork::read(const torch::Tensor& pictures, Explanation explanation) {
    const Maps seen = features(pictures);
    return {logitsOf(seen), explain(pictures, seen, explanation)};
}

SliceReading SliceNetwork::readPart(const torch::Tensor& squares, const HeadCut& part,
                                    Explanation explanation) {
    const auto seen = squares.narrow(2, part.top, part.rows).narrow(3, part.left, part.columns);
    SliceReading reading = read(seen.contiguous(torch::MemoryFormat::ChannelsLast), explanation);
    const auto places = [](std::int64_t pixels, int of, std::int64_t count) { return pixels * count / of; };
    const std::int64_t columns = reading.heat.size(2), rows = reading.heat.size(1);
    const auto right = squares.size(3) - part.left - part.columns,
               below = squares.size(2) - part.top - part.rows;
    reading.heat = torch::constant_pad_nd(
        reading.heat, {places(part.left, part.columns, columns), places(right, part.columns, columns),
                       places(part.top, part.rows, rows), places(below, part.rows, rows)});
    return reading;
}

ModelInfo usualModel(const std::string& architecture) {
    ModelInfo info;
    info.architecture = architecture;
    info.inputSize = kLiteInputSize;
    if (!isPaper(info)) return info;
    info.inputSize = LevelMergeImpl::kInputSize;
    info.windows = {{0, 80}, {-20, 180}, {-150, 230}};
    info.bifpnCells = PaperNetworkImpl::kCells;
    info.bifpnChannels = PaperNetworkImpl::kChannels;
    info.namesSubtypes = false;
    return info;
}

Result<std::unique_ptr<SliceNetwork>> makeSliceNetwork(const ModelInfo& info) {
    if (const std::string why = whyNot(info); !why.empty()) return unfitModel(why);
    if (isPaper(info)) return std::make_unique<PaperReader>();
    return std::make_unique<EfficientDetReader>(EfficientDetImpl::Shape{info.bifpnCells, info.bifpnChannels,
                                                                        *liteSizeOf(info.architecture),
                                                                        info.hasClassMap},
                                                info.mapShare);
}

Result<std::unique_ptr<SliceNetwork>> loadSliceNetwork(const ModelInfo& info,
                                                       const std::vector<WeightTensor>& weights) {
    auto network = makeSliceNetwork(info);
    if (!network) return network;
    if (auto loaded = loadWeights((*network)->module(), weights); !loaded)
        return tl::unexpected(loaded.error());
    return network;
}

} // namespace hemo::ml
