#include "ml/reader/network/evidence.h"
#include "ml/reader/network/lite.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/paper_network.h"
#include "ml/reader/network/random_weights.h"
#include "ml/reader/slice_network.h"
#include "tests/unit/ml/count_macs.h"
#include "tests/unit/ml/made_network.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <set>

namespace hemo::ml {
namespace {

torch::Tensor pictures(std::int64_t batch, std::int64_t size = LevelMergeImpl::kInputSize) {
    torch::manual_seed(21);
    return (torch::rand({batch, 3, size, size}) * 2 - 1).contiguous(torch::MemoryFormat::ChannelsLast);
}

std::int64_t parametersOf(const torch::nn::Module& module) {
    std::int64_t count = 0;
    for (const torch::Tensor& p : module.parameters())
        count += p.numel();
    return count;
}

/// One network for all tests: its weights are many.
PaperNetwork& network() {
    static PaperNetwork made = [] {
        torch::manual_seed(22);
        PaperNetwork fresh;
        enliven(*fresh, [&] { fresh(pictures(2)); }); // a BatchNorm needs more than one
        return fresh;
    }();
    return made;
}

TEST(PaperNetwork, HasTheParametersAndTheCostOfThePaper) {
    torch::NoGradGuard noGrad;
    EXPECT_EQ(parametersOf(*network()->trunk), 3595388);
    EXPECT_EQ(parametersOf(*network()->pyramid), 196281);
    EXPECT_EQ(parametersOf(*network()), 16029188); // 16.03 M
    const auto macs = test::countMacs([] { network()(pictures(1)); });
    EXPECT_EQ(macs, 6383919616); // 6.384 GMAC: convolutions and the linear layer, without biases
}

TEST(PaperNetwork, EveryPartHasTheSizeOfThePaper) {
    torch::NoGradGuard noGrad;
    const auto trunk = network()->trunk(pictures(1));
    const FiveLevels levels = network()->pyramid(trunk);
    for (std::size_t l = 0; l < trunk.size(); ++l)
        EXPECT_EQ(trunk[l].sizes(),
                  torch::IntArrayRef({1, EfficientNetB0Impl::kLevelChannels[l], 64 >> l, 64 >> l}));
    for (std::size_t l = 0; l < levels.size(); ++l)
        EXPECT_EQ(levels[l].sizes(), torch::IntArrayRef({1, 64, 64 >> l, 64 >> l}));
    const auto picture = network()->merge(levels);
    EXPECT_EQ(picture.sizes(), torch::IntArrayRef({1, 3, 224, 224}));
    const auto features = network()->resnet(picture);
    EXPECT_EQ(features.sizes(), torch::IntArrayRef({1, 512, 7, 7}));
    EXPECT_EQ(network()->logOdds(features).sizes(), torch::IntArrayRef({1, 1}));
}

TEST(PaperNetwork, TrunkAndResNetTensorsAreNamedAsPublished) {
    std::set<std::string> names;
    for (const WeightTensor& w : weightsOf(*network(), WeightType::Half))
        names.insert(w.name);
    for (const char* name :
         {"trunk._conv_stem.weight", "trunk._bn0.running_var", "trunk._blocks.0._se_reduce.bias",
          "trunk._blocks.15._se_expand.weight", "trunk._blocks.1._expand_conv.weight", "resnet.conv1.weight",
          "resnet.bn1.running_mean", "resnet.layer1.0.conv2.weight", "resnet.layer2.0.downsample.0.weight",
          "resnet.layer4.0.downsample.1.running_var"})
        EXPECT_TRUE(names.contains(name)) << name;
    EXPECT_FALSE(names.contains("trunk._blocks.0._expand_conv.weight"));
    EXPECT_FALSE(names.contains("resnet.layer1.0.downsample.0.weight"));
    const auto trunkTensors = weightsOf(*network()->trunk, WeightType::Half).size();
    EXPECT_EQ(trunkTensors,
              240u + 16 * 4); // Lite0's and squeeze and excitation: 308 published less 4 not used
}

TEST(PaperNetwork, ClosedFormGradCamIsAutograds) {
    const auto features = [] {
        torch::NoGradGuard noGrad;
        return network()->features(pictures(2));
    }();
    const auto activation = features.detach().clone().requires_grad_();
    network()->logOdds(activation).sum().backward();
    const auto alpha = activation.grad().mean({2, 3}, true);   // Selvaraju et al. 2017, equation 1
    const auto gradCam = (alpha * activation).sum(1).detach(); // before the ReLU, which both share
    torch::NoGradGuard noGrad;
    EXPECT_GT(gradCam.abs().max().item<double>(), 1e-3);
    EXPECT_TRUE(torch::allclose(network()->evidence(features) / 49, gradCam, 1e-4, 1e-5));
}

TEST(PaperNetwork, TheMapsMeanAndTheBiasAreTheAnswer) {
    torch::NoGradGuard noGrad;
    const auto features = network()->features(pictures(2));
    const auto bias = network()->named_parameters()["linear.bias"];
    const auto mean = network()->evidence(features).mean({1, 2}) + bias[1] - bias[0];
    const auto answers = network()->logOdds(features).squeeze(1);
    EXPECT_TRUE(torch::allclose(mean, answers, 1e-4, 1e-4)) << mean << answers;
    EXPECT_GT((answers[0] - answers[1]).abs().item<double>(), 1e-3);
}

TEST(PaperNetwork, LogOddsAreTheTwoWaySoftmax) {
    torch::NoGradGuard noGrad;
    const auto features = torch::rand({3, 512, 7, 7});
    const auto parameters = network()->named_parameters();
    const auto classes =
        torch::matmul(features.mean({2, 3}), parameters["linear.weight"].t()) + parameters["linear.bias"];
    const auto p = torch::softmax(classes, 1).narrow(1, 1, 1);
    EXPECT_TRUE(torch::allclose(torch::sigmoid(network()->logOdds(features)), p, 1e-4, 1e-5));
}

TEST(PaperNetwork, FoldedBatchNormGivesTheSameAnswers) {
    torch::NoGradGuard noGrad;
    PaperNetwork folded;
    ASSERT_TRUE(loadWeights(*folded, weightsOf(*network(), WeightType::Float)));
    folded->eval();
    const auto seen = pictures(2);
    const auto before = network()(seen);
    folded->fold();
    const auto after = folded(seen);
    EXPECT_TRUE(torch::allclose(before, after, 1e-3, 1e-3)) << before << after;
}

/// A mirror-symmetric kernel in every convolution.
void makeSymmetric(torch::nn::Module& module) {
    torch::NoGradGuard noGrad;
    for (torch::Tensor& p : module.parameters())
        if (p.dim() == 4) p.copy_((p + p.flip({3})) / 2);
}

void expectMirrored(const torch::Tensor& a, const torch::Tensor& b, const char* part) {
    EXPECT_TRUE(torch::allclose(a.flip({3}), b, 1e-3, 1e-4)) << part;
    EXPECT_FALSE(torch::allclose(a, b, 1e-3, 1e-4)) << part; // else it could not fail
}

// An even size has no place in the middle, and a stride of two takes every second pixel: from the left it
// takes others than from the right, so the whole network cannot mirror its map to the digit. Where the size
// is odd (or the stride one) nothing stands in the way, and with symmetric kernels it must.
TEST(PaperNetwork, AMirroredPictureGivesAMirroredMapWhereStridesAllowIt) {
    torch::NoGradGuard noGrad;
    PaperNetwork symmetric;
    ASSERT_TRUE(loadWeights(*symmetric, weightsOf(*network(), WeightType::Float)));
    symmetric->eval();
    makeSymmetric(*symmetric);
    const auto seen = pictures(1, 129);
    const auto trunk = symmetric->trunk(seen), mirroredTrunk = symmetric->trunk(seen.flip({3}));
    for (std::size_t l = 0; l < trunk.size(); ++l)
        expectMirrored(trunk[l], mirroredTrunk[l], "trunk");
    FiveLevels levels, mirrored;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        levels[l] = torch::rand({1, 64, 64 >> l, 64 >> l});
        mirrored[l] = levels[l].flip({3});
    }
    expectMirrored(symmetric->merge(levels), symmetric->merge(mirrored), "merge");
    const auto picture = torch::rand({1, 3, 225, 225});
    const auto features = symmetric->resnet(picture);
    const auto mirroredFeatures = symmetric->resnet(picture.flip({3}));
    expectMirrored(features, mirroredFeatures, "resnet");
    expectMirrored(symmetric->evidence(features).unsqueeze(1),
                   symmetric->evidence(mirroredFeatures).unsqueeze(1), "map");
}

TEST(PaperNetwork, GatesThatAreOpenLetEverythingThrough) {
    torch::NoGradGuard noGrad;
    SqueezedConv block(SqueezedConvImpl::Shape{8, 8, 1, 3, 1});
    block->eval();
    const auto x = torch::rand({1, 8, 5, 5});
    block->openGates();
    const auto restore = block->named_parameters();
    const auto open = block(x) - x;
    restore["_se_expand.bias"].fill_(40); // a sigmoid of 1
    const auto wide = block(x) - x;
    EXPECT_TRUE(torch::allclose(open, wide, 0.03, 1e-4));
    EXPECT_GT(wide.abs().max().item<double>(), 1e-3);
}

TEST(Padding, SameAddsTheOddPixelBehindAsTensorFlowDoes) {
    const auto x = torch::ones({1, 1, 4, 5});
    const auto padded = samePadded(x, 3, 2, 0);
    EXPECT_EQ(padded.sizes(), torch::IntArrayRef({1, 1, 5, 7})); // 4: 0 and 1; 5: 1 and 1
    EXPECT_EQ(padded[0][0][0][1].item<float>(), 1);
    EXPECT_EQ(padded[0][0][4][1].item<float>(), 0);
    EXPECT_EQ(padded[0][0][0][0].item<float>(), 0);
    EXPECT_EQ(padded[0][0][0][6].item<float>(), 0);
}

TEST(WeightedSum, SharesAreLearntAndNeverNegative) {
    torch::NoGradGuard noGrad;
    WeightedSum sum(3);
    const auto x = torch::full({1, 1, 2, 2}, 3.f);
    EXPECT_NEAR(sum->forward({x, x, x}).max().item<double>(), 3, 1e-3);
    sum->named_parameters()["weight"].copy_(torch::tensor({-5.f, 1.f, 3.f}));
    EXPECT_NEAR(sum->forward({x * 100, x, x * 2}).max().item<double>(), 0.25 * 3 + 0.75 * 6, 1e-3);
}

ModelInfo paperInfo() {
    return usualModel("paper");
}

TEST(SliceNetwork, EveryArchitectureReadsThroughTheSameDoor) {
    torch::NoGradGuard noGrad;
    for (const char* name : {"efficientdet-lite0", "efficientdet-lite2"}) {
        ModelInfo info;
        info.architecture = name;
        info.inputSize = 64;
        const auto made = makeSliceNetwork(info);
        ASSERT_TRUE(made) << name;
        (*made)->module().eval();
        const auto seen = torch::rand({2, info.channels(), 64, 64}) * 2 - 1;
        const SliceReading reading = (*made)->read(seen);
        EXPECT_EQ(reading.logits.sizes(), torch::IntArrayRef({2, 6}));
        EXPECT_EQ(reading.heat.sizes(), torch::IntArrayRef({2, 8, 8}));
        EXPECT_TRUE(torch::allclose(reading.logits, (*made)->logits(seen), 1e-4, 1e-5));
    }
    const auto paper = makeSliceNetwork(paperInfo());
    ASSERT_TRUE(paper) << paper.error().detail;
    (*paper)->module().eval();
    const SliceReading reading = (*paper)->read(pictures(1));
    EXPECT_EQ(reading.logits.sizes(), torch::IntArrayRef({1, 1}));
    EXPECT_EQ(reading.heat.sizes(), torch::IntArrayRef({1, 64, 64}));
    EXPECT_GE(reading.heat.min().item<double>(), 0);
}

TEST(SliceNetwork, WhatNoNetworkHereCanDoIsRefused) {
    const auto refuses = [](const std::function<void(ModelInfo&)>& change, ModelInfo info) {
        change(info);
        const auto made = makeSliceNetwork(info);
        return !made && made.error().code == ErrorCode::Model;
    };
    ModelInfo lite;
    lite.architecture = "efficientdet-lite0";
    EXPECT_FALSE(refuses([](ModelInfo&) {}, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.architecture = "efficientdet-lite9"; }, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.inputSize = 250; }, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.windows.emplace_back(); }, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.windows.resize(3, m.windows[0]); }, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.namesSubtypes = false; }, lite));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.namesSubtypes = true; }, paperInfo()));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.inputSize = 256; }, paperInfo()));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.bifpnCells = 2; }, paperInfo()));
    EXPECT_TRUE(refuses([](ModelInfo& m) { m.windows.pop_back(); }, paperInfo()));
}

TEST(SliceNetwork, ThePapersTrunkTakesTheWeightsOfLite0) {
    torch::manual_seed(23);
    Lite lite(LiteSize::Lite0);
    const auto published = test::publishedTrunk(lite);
    const auto paper = makeSliceNetwork(paperInfo());
    ASSERT_TRUE(paper);
    const auto loaded = (*paper)->loadTrunk(published);
    ASSERT_TRUE(loaded) << loaded.error().detail;
    const auto own = (*paper)->trunk().named_parameters();
    EXPECT_TRUE(torch::equal(own["_blocks.7._project_conv.weight"],
                             lite->named_parameters()["_blocks.7._project_conv.weight"]));
    EXPECT_GT(torch::sigmoid(own["_blocks.7._se_expand.bias"]).min().item<double>(), 0.95);
    EXPECT_EQ(own["_blocks.7._se_expand.weight"].abs().max().item<double>(), 0);
    auto missing = published;
    missing.pop_back();
    EXPECT_FALSE((*paper)->loadTrunk(missing));
    // Published weights with squeeze and excitation are taken as they are.
    auto complete = weightsOf((*paper)->trunk(), WeightType::Float);
    EXPECT_TRUE((*paper)->loadTrunk(complete));
    for (WeightTensor& w : complete)
        if (w.name == "_blocks.7._se_expand.bias") w.name = "_blocks.7._se_lost.bias";
    EXPECT_FALSE((*paper)->loadTrunk(complete));
}

/// Published: blocks (with and without expansion), widths of P3, P4 and P5.
TEST(Lite, SizesAreThePublishedOnes) {
    const std::array<std::size_t, 2> tensors{240, 315};
    const std::array<std::array<std::int64_t, 3>, 2> widths{{{40, 112, 320}, {48, 120, 352}}};
    for (const LiteSize size : {LiteSize::Lite0, LiteSize::Lite2}) {
        const auto n = static_cast<std::size_t>(size);
        EXPECT_EQ(weightsOf(*Lite(size), WeightType::Half).size(), tensors[n]) << n;
        EXPECT_EQ(LiteImpl::levelChannels(size), widths[n]) << n;
    }
}

} // namespace
} // namespace hemo::ml
