#include "core/simulate/phantom.h"
#include "ml/reader/explain/explain.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/network/evidence.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/reader/slice_network.h"
#include "tests/support/paths.h"
#include "tests/unit/ml/made_network.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <cmath>
#include <filesystem>
#include <stdexcept>

namespace hemo::ml {
namespace {

torch::Tensor makePictures(int batch, int size) {
    torch::manual_seed(12);
    return (torch::rand({batch, 1, size, size}) * 2 - 1).contiguous(torch::MemoryFormat::ChannelsLast);
}

/// Features below ReLU6's upper end, where a gradient exists for each of them.
Levels makeFeatures() {
    torch::manual_seed(13);
    Levels features;
    for (std::size_t l = 0; l < features.size(); ++l)
        features[l] = (torch::randn({2, 64, 12 >> l, 12 >> l}) * 1.5).clamp_max(5.9);
    return features;
}

/// The responses that the head takes its maximum of and the gradient of "any" by them.
struct Differentiated {
    Levels responses, gradients;
    torch::Tensor logits;
};
Differentiated differentiate(EfficientDet& network, const Levels& features) {
    Differentiated d;
    for (std::size_t l = 0; l < features.size(); ++l)
        d.responses[l] = torch::relu6(features[l]).requires_grad_();
    d.logits = network->head(d.responses).select(1, 0);
    d.logits.sum().backward();
    for (std::size_t l = 0; l < features.size(); ++l)
        d.gradients[l] = d.responses[l].grad();
    return d;
}

TEST(Explain, GradCamOfALevelIsAutogradsTimesItsPlaces) {
    EfficientDet network = test::makeLivelyNetwork({2, 64});
    const Levels features = makeFeatures();
    const Differentiated d = differentiate(network, features);
    torch::NoGradGuard noGrad;
    Levels gradCam;
    for (std::size_t l = 0; l < features.size(); ++l) {
        const auto alpha = d.gradients[l].mean({2, 3}, true); // Selvaraju et al. 2017, equation 1
        gradCam[l] = (alpha * d.responses[l]).sum(1) * double(features[l].size(2) * features[l].size(3));
    }
    const std::array methods{Explanation::GradCamP3, Explanation::GradCamP4, Explanation::GradCamP5};
    for (std::size_t l = 0; l < methods.size(); ++l) {
        Levels alone;
        for (std::size_t o = 0; o < alone.size(); ++o)
            alone[o] = o == l ? gradCam[o] : torch::zeros_like(gradCam[o]);
        const auto closed = explain(network, SeenLevels{{}, features}, methods[l]);
        EXPECT_GT(closed.max().item<double>(), 0.1);
        EXPECT_TRUE(torch::allclose(closed, evidenceMap(alone), 1e-4, 1e-4)) << l;
    }
    EXPECT_TRUE(torch::allclose(explain(network, SeenLevels{{}, features}, Explanation::Evidence),
                                evidenceMap(gradCam), 1e-4, 1e-4));
}

TEST(Explain, HiResCamIsAutogradsGradientTimesActivation) {
    EfficientDet network = test::makeLivelyNetwork({2, 64});
    const Levels features = makeFeatures();
    const Differentiated d = differentiate(network, features);
    torch::NoGradGuard noGrad;
    Levels products;
    auto sum = torch::zeros({2});
    for (std::size_t l = 0; l < features.size(); ++l) {
        products[l] = (d.gradients[l] * d.responses[l]).sum(1);
        sum += products[l].sum({1, 2});
    }
    const auto closed = explain(network, SeenLevels{{}, features}, Explanation::HiResCam);
    EXPECT_GT(closed.max().item<double>(), 0.1);
    EXPECT_TRUE(torch::allclose(closed, evidenceMap(products), 1e-4, 1e-4));
    // Nothing of the answer is left out: the places sum to it, less the bias.
    const auto bias = network->head->named_parameters()["linear.bias"][0].item<double>();
    EXPECT_TRUE(torch::allclose(sum + bias, d.logits, 1e-4, 1e-3)) << sum << d.logits;
}

TEST(Explain, MapsLieOverP3AndAreNeverNegative) {
    EfficientDet network = test::makeLivelyNetwork({2, 64});
    torch::NoGradGuard noGrad;
    network->head->named_parameters()["linear.weight"].abs_(); // every level speaks for a bleed somewhere
    const auto pictures = makePictures(2, 96);
    for (const Explanation e : kExplanations) {
        if (!canExplain(network, e)) continue;
        const auto map = explain(network, pictures, e);
        EXPECT_EQ(map.sizes(), torch::IntArrayRef({2, 12, 12})) << explanationId(e);
        EXPECT_GE(map.min().item<double>(), 0) << explanationId(e);
        EXPECT_GT(map.max().item<double>(), 0) << explanationId(e);
        EXPECT_FALSE(torch::allclose(map[0], map[1])) << explanationId(e); // each picture has its own
        if (heatUnit(e) == HeatUnit::Relative) {
            EXPECT_FLOAT_EQ(map.max().item<float>(), 1) << explanationId(e);
        }
    }
}

TEST(Explain, APictureIsExplainedAlikeAloneAndAmongOthers) {
    EfficientDet network = test::makeLivelyNetwork({2, 64});
    const c10::InferenceMode asTheReaderDoes;
    const auto pictures = makePictures(3, 64);
    for (const Explanation e : kExplanations) {
        if (!canExplain(network, e)) continue;
        const auto together = explain(network, pictures, e);
        const auto alone = explain(network, pictures.narrow(0, 1, 1), e);
        EXPECT_TRUE(torch::allclose(together[1], alone[0], 1e-3, 1e-3)) << explanationId(e);
    }
}

TEST(Explain, LayerCamLeavesNoGradientsInTheNetwork) {
    EfficientDet network = test::makeLivelyNetwork({1, 16});
    explain(network, makePictures(1, 64), Explanation::LayerCam);
    for (const auto& p : network->named_parameters())
        EXPECT_FALSE(p.value().grad().defined()) << p.key();
}

// ---- on the shipped weights: what a random network does says nothing about a trained one

std::filesystem::path shippedModel() {
    for (const auto& entry :
         std::filesystem::directory_iterator(hemo::testing::sourceFolder() / "resources" / "models"))
        if (entry.is_directory()) return entry.path();
    return {};
}

struct Shipped {
    ModelInfo info;
    std::unique_ptr<SliceNetwork> network;
    torch::Tensor explain(const torch::Tensor& pictures, Explanation explanation) {
        return network->read(pictures, explanation).heat;
    }
};

Shipped shipped() {
    auto folder = loadModelFolder(shippedModel());
    if (!folder) throw std::runtime_error(english(folder.error().message));
    auto network = makeSliceNetwork(folder->info);
    if (!network) throw std::runtime_error(english(network.error().message));
    EXPECT_TRUE(loadWeights((*network)->module(), folder->weights));
    (*network)->module().eval();
    return {std::move(folder->info), std::move(*network)};
}

/// Slices through a bleed of the phantom, as the network sees them.
torch::Tensor bleedingPictures(const ModelInfo& info) {
    PhantomSpec spec;
    spec.slices = 14; // the head's middle, where the bleed is
    spec.bleed = BleedSpec{};
    const auto phantom = makePhantom(spec);
    const Crop crop = cropOf(*phantom.volume, info.inputSize);
    const int middle = static_cast<int>(std::lround(phantom.volume->grid().toVoxel(phantom.bleedCentre).k));
    std::vector<torch::Tensor> pictures;
    for (const int k : {middle - 1, middle, middle + 1}) {
        const Plane plane = networkPlane(*phantom.volume, k, crop, info);
        pictures.push_back(torch::tensor(plane.values).view({1, plane.height, plane.width}) * 2 - 1);
    }
    return torch::stack(pictures).contiguous(torch::MemoryFormat::ChannelsLast);
}

/// Centre of mass from the left, in millimetres of the training field.
torch::Tensor centreMm(const torch::Tensor& map) {
    const auto at = (torch::arange(map.size(2), torch::kFloat) + 0.5) * (kTrainingFieldMm / map.size(2));
    return (map.sum(1) * at).sum(1) / map.sum({1, 2});
}

/// What is over half of a map's largest value.
torch::Tensor hottest(const torch::Tensor& map) {
    return torch::relu(map - torch::amax(map, {1, 2}, true) / 2);
}

TEST(Explain, MirroredPictureGivesAMirroredMap) {
    Shipped model = shipped();
    torch::NoGradGuard noGrad;
    const auto pictures = bleedingPictures(model.info);
    const auto mirrored = pictures.flip({3}).contiguous(torch::MemoryFormat::ChannelsLast);
    for (const Explanation e : explanationsOf(model.info)) {
        const auto there = centreMm(hottest(model.explain(pictures, e)));
        const auto back = kTrainingFieldMm - centreMm(hottest(model.explain(mirrored, e)));
        const double apartMm = (there - back).abs().mean().item<double>();
        const double sideMm = (there - kTrainingFieldMm / 2).abs().mean().item<double>();
        RecordProperty(std::string(explanationId(e)), std::to_string(apartMm));
        if (e != explanationsOf(model.info).front()) continue; // the others are measured, and not the default
        // Places of the coarsest level are 29 mm apart, and the network itself is not even.
        EXPECT_LT(apartMm, 15) << explanationId(e);
        EXPECT_GT(sideMm, 15) << explanationId(e) << ": heat in the middle would be its own mirror image";
    }
}

double correlation(const torch::Tensor& a, const torch::Tensor& b) {
    const auto x = a.flatten() - a.mean(), y = b.flatten() - b.mean();
    return ((x * y).sum() / (x.norm() * y.norm()).clamp_min(1e-12)).item<double>();
}

/// Gives the weights below `prefix` to other places of their own tensors: their statistics stay, what they
/// have learned goes.
void shuffleWeights(torch::nn::Module& network, const std::string& prefix) {
    for (auto& p : network.named_parameters())
        if (p.key().starts_with(prefix) && p.value().dim() > 1) {
            const auto flat = p.value().detach().contiguous().flatten();
            const auto mixed = flat.index_select(0, torch::randperm(flat.size(0))).view(p.value().sizes());
            p.value().copy_(mixed.contiguous(p.value().suggest_memory_format()));
        }
}

TEST(Explain, ForgettingWhatWasLearnedDestroysTheMap) {
    // Adebayo et al. 2018: a map that outlives the network's weights shows the picture, not the network.
    Shipped model = shipped();
    const auto explanations = explanationsOf(model.info);
    const auto picture =
        bleedingPictures(model.info).narrow(0, 1, 1).contiguous(torch::MemoryFormat::ChannelsLast);
    torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> maps;
    for (const Explanation e : explanations) {
        maps.push_back(model.explain(picture, e));
        EXPECT_NEAR(correlation(maps.back(), maps.back()), 1, 1e-4);
    }
    torch::manual_seed(14);
    std::vector<std::vector<double>> likeness(explanations.size());
    for (const char* part : {"head.", "pyramid.cells.", "pyramid.", "trunk._blocks.1", "trunk."}) {
        shuffleWeights(model.network->module(), part);
        for (std::size_t e = 0; e < explanations.size(); ++e)
            likeness[e].push_back(correlation(maps[e], model.explain(picture, explanations[e])));
    }
    for (std::size_t e = 0; e < explanations.size(); ++e) {
        const std::string all = ::testing::PrintToString(likeness[e]);
        RecordProperty(std::string(explanationId(explanations[e])), all);
        // The head alone only weighs the channels of maps that still know where blood is: by then the default
        // must have changed, and every other way once the last cells of the pyramid are gone too.
        EXPECT_LT(likeness[e][e == 0 ? 0 : 1], 0.9) << explanationId(explanations[e]) << " " << all;
        EXPECT_LT(likeness[e].back(), 0.5) << explanationId(explanations[e]) << " " << all;
    }
}

} // namespace
} // namespace hemo::ml
