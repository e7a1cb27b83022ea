#include "ml/reader/network/efficientdet.h"
#include "ml/reader/network/evidence.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/augment.h"
#include "tests/unit/ml/made_network.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <cstring>
#include <limits>
#include <set>

namespace hemo::ml {
namespace {

EfficientDet makeNetwork(EfficientDetImpl::Shape shape = {}) {
    return test::makeLivelyNetwork(shape);
}

torch::Tensor makePictures(int batch, int size) {
    torch::manual_seed(12);
    return (torch::rand({batch, 1, size, size}) * 2 - 1).contiguous(torch::MemoryFormat::ChannelsLast);
}

TEST(Network, LevelsAreEighthsSixteenthsAndThirtySeconds) {
    EfficientDet network = makeNetwork({2, 64});
    torch::NoGradGuard noGrad;
    const auto pictures = makePictures(2, 96);
    const Levels levels = network->features(pictures);
    for (std::size_t l = 0; l < levels.size(); ++l)
        EXPECT_EQ(levels[l].sizes(), torch::IntArrayRef({2, 64, 12 >> l, 12 >> l}));
    EXPECT_EQ(network(pictures).sizes(), torch::IntArrayRef({2, 6}));
}

TEST(Network, TrunkTensorsAreNamedAsPublished) {
    std::set<std::string> names;
    for (const WeightTensor& w : weightsOf(*Lite(LiteSize::Lite0), WeightType::Float))
        names.insert(w.name);
    for (const char* name :
         {"_conv_stem.weight", "_bn0.running_var", "_blocks.0._depthwise_conv.weight", "_blocks.0._bn2.bias",
          "_blocks.1._expand_conv.weight", "_blocks.1._bn0.running_mean", "_blocks.15._project_conv.weight"})
        EXPECT_TRUE(names.contains(name)) << name;
    EXPECT_FALSE(names.contains("_blocks.0._expand_conv.weight"));
    EXPECT_FALSE(names.contains("_blocks.16._project_conv.weight"));
    EXPECT_EQ(names.size(), 240u); // all of the published 247 but those of its classifier
}

TEST(Network, AGreyPictureIsSeenAsThePublishedStemSeesItInThreeColours) {
    torch::manual_seed(5);
    const auto published = test::publishedTrunk(Lite(LiteSize::Lite0));
    const auto stem = std::find_if(published.begin(), published.end(),
                                   [](const WeightTensor& w) { return w.name == "_conv_stem.weight"; });
    auto colours = torch::empty(stem->shape);
    std::memcpy(colours.data_ptr(), stem->bytes.data(), stem->bytes.size());
    const auto network = makeSliceNetwork(usualModel("efficientdet-lite0"));
    ASSERT_TRUE(network);
    const auto loaded = (*network)->loadTrunk(published);
    ASSERT_TRUE(loaded) << loaded.error().detail;
    torch::NoGradGuard noGrad;
    const auto own = (*network)->trunk().named_parameters()["_conv_stem.weight"];
    const auto grey = torch::rand({2, 1, 9, 9}) * 2 - 1;
    EXPECT_TRUE(torch::allclose(torch::conv2d(grey, own), torch::conv2d(grey.expand({2, 3, 9, 9}), colours),
                                1e-4, 1e-5));
}

TEST(Network, OnePictureOfOneChannelIsComputedChannelsLast) {
    EfficientDet network = makeNetwork();
    torch::NoGradGuard noGrad;
    const auto isLast = [&](const torch::Tensor& pictures) {
        return network->trunk(pictures)[0].suggest_memory_format() == torch::MemoryFormat::ChannelsLast;
    };
    const auto square = makePictures(1, 128);
    const auto cut = square.narrow(2, 0, 96).narrow(3, 16, 96);
    EXPECT_TRUE(isLast(square));
    EXPECT_TRUE(isLast(cut.contiguous(torch::MemoryFormat::ChannelsLast)));
    network->fold();
    EXPECT_TRUE(isLast(square)) << "folded";
    EXPECT_TRUE(isLast(cut.contiguous(torch::MemoryFormat::ChannelsLast))) << "folded";
}

TEST(Network, FoldedBatchNormGivesTheSameAnswers) {
    EfficientDet network = makeNetwork();
    torch::NoGradGuard noGrad;
    const auto pictures = makePictures(2, 64);
    const auto before = network(pictures);
    network->fold();
    const auto after = network(pictures);
    EXPECT_TRUE(torch::allclose(before, after, 1e-4, 1e-3)) << before << after;
    EXPECT_GT((before[0] - before[1]).abs().max().item<double>(), 0.05);
}

TEST(Network, ClosedFormEvidenceIsAutogradsGradCam) {
    EfficientDet network = makeNetwork({2, 64});
    torch::manual_seed(13);
    for (const std::int64_t answer : {0, 4}) {
        Levels q, activations;
        for (std::size_t l = 0; l < q.size(); ++l) {
            // Below 6: at ReLU6's upper end the gradient vanishes, and with it Grad-CAM, but not the
            // evidence.
            q[l] = (torch::randn({1, 64, 12 >> l, 12 >> l}) * 1.5).clamp_max(5.9);
            activations[l] = torch::relu6(q[l]).requires_grad_(); // ReLU6 leaves them as they are
        }
        network->head(activations)[0][answer].backward();
        const Levels closed = network->head->evidence(q, answer);
        for (std::size_t l = 0; l < q.size(); ++l) {
            const auto alpha = activations[l].grad().mean({2, 3}, true); // Selvaraju et al. 2017, equation 1
            const auto gradCam = (alpha * activations[l]).sum(1);        // before the ReLU, which both share
            const double places = double(q[l].size(2) * q[l].size(3));
            EXPECT_GT(gradCam.abs().max().item<double>(), 1e-3);
            EXPECT_TRUE(torch::allclose(closed[l] / places, gradCam, 1e-4, 1e-5)) << l;
        }
    }
}

TEST(Network, EvidenceAtEveryChannelsPeakIsTheLogit) {
    // One place a level: the map's value is then all there is, and the logit is their sum and the bias.
    EfficientDet network = makeNetwork({1, 16});
    torch::NoGradGuard noGrad;
    Levels levels;
    for (auto& l : levels)
        l = torch::rand({1, 16, 1, 1}) * 8 - 1;
    const Levels evidence = network->head->evidence(levels, 0);
    const double sum = (evidence[0] + evidence[1] + evidence[2]).item<double>();
    const auto bias = network->head->named_parameters()["linear.bias"][0].item<double>();
    EXPECT_NEAR(network->head(levels)[0][0].item<double>(), sum + bias, 1e-4);
}

/// Where the heat of one place of one level lies: its centre of mass in pixels of the network's input (64 x
/// 64).
std::pair<double, double> heatOfPlace(std::size_t level, std::int64_t row, std::int64_t column) {
    Levels evidence{torch::zeros({1, 8, 8}), torch::zeros({1, 4, 4}), torch::zeros({1, 2, 2})};
    evidence[level][0][row][column] = 1;
    const auto map = evidenceMap(evidence)[0];
    const auto at = torch::arange(8, torch::kFloat) * 8 + 3.5;
    const double sum = map.sum().item<double>();
    return {(map.sum(1) * at).sum().item<double>() / sum, (map.sum(0) * at).sum().item<double>() / sum};
}

TEST(Network, HeatOfACoarseLevelIsNotMovedToOneSide) {
    // A place n of a level with stride s is centred on input pixel s * n.
    for (const std::int64_t n : {1, 2}) {
        EXPECT_NEAR(heatOfPlace(0, n, 2).first, 8.0 * n, 4.0);
        EXPECT_NEAR(heatOfPlace(1, n, 2).first, 16.0 * n, 1.0);
        EXPECT_NEAR(heatOfPlace(1, 1, n).second, 16.0 * n, 1.0);
    }
}

TEST(Network, EvidenceMapAddsLevelsAndCutsWhatSpeaksAgainst) {
    Levels evidence{torch::full({1, 8, 8}, 1.f), torch::full({1, 4, 4}, 2.f), torch::full({1, 2, 2}, 3.f)};
    EXPECT_TRUE(torch::allclose(evidenceMap(evidence), torch::full({1, 8, 8}, 6.f)));
    evidence[2].fill_(-10);
    EXPECT_EQ(evidenceMap(evidence).max().item<double>(), 0);
}

TEST(Network, PyramidDoesNotMoveWhatItSeesToOneSide) {
    const auto line = torch::tensor({0.f, 0.f, 1.f, 0.f}).view({1, 1, 1, 4});
    const auto twice = enlargedLevel(line, 1, 8).flatten();
    EXPECT_TRUE(torch::allclose(twice, torch::tensor({0.f, 0.f, 0.f, 0.5f, 1.f, 0.5f, 0.f, 0.f})));
}

TEST(ModuleWeights, HalfPrecisionComesBackWithinItsStep) {
    EfficientDet a = makeNetwork({1, 16}), b(EfficientDetImpl::Shape{1, 16});
    ASSERT_TRUE(loadWeights(*b, weightsOf(*a, WeightType::Half)));
    for (const auto& p : a->named_parameters())
        EXPECT_TRUE(torch::allclose(p.value(), b->named_parameters()[p.key()], 1e-3, 1e-4)) << p.key();
    ASSERT_TRUE(loadWeights(*b, weightsOf(*a, WeightType::Float)));
    for (const auto& p : a->named_buffers())
        if (p.value().is_floating_point()) {
            EXPECT_TRUE(torch::equal(p.value(), b->named_buffers()[p.key()])) << p.key();
        }
}

TEST(ModuleWeights, MissingMisshapenAndBrokenTensorsAreNamed) {
    EfficientDet network(EfficientDetImpl::Shape{1, 16});
    const auto good = weightsOf(*network, WeightType::Float);
    auto missing = good;
    missing.pop_back();
    EXPECT_NE(loadWeights(*network, missing).error().detail.find(good.back().name), std::string::npos);
    auto misshapen = good;
    misshapen[0].shape.push_back(1);
    EXPECT_NE(loadWeights(*network, misshapen).error().detail.find(good[0].name), std::string::npos);
    auto broken = good;
    const float notANumber = std::numeric_limits<float>::quiet_NaN();
    std::memcpy(broken[0].bytes.data(), &notANumber, sizeof notANumber);
    EXPECT_EQ(loadWeights(*network, broken).error().code, ErrorCode::Model);
    EXPECT_TRUE(loadWeights(*network, good));
}

Patient striped(int slices) {
    Patient patient;
    for (int s = 0; s < slices; ++s) {
        Picture picture;
        picture.grey.assign(64 * 64, static_cast<std::uint8_t>(40 + 20 * s));
        patient.pictures.push_back(picture);
    }
    return patient;
}

TEST(Augment, StacksHoldEachSliceByItselfAndAnEmptyMaskWhereThereIsNone) {
    Patient patient = striped(3);
    patient.pictures[2].mask.assign(64 * 64, 255);
    const std::vector<Example> examples{{&patient, 2}, {&patient, 0}};
    const auto slices = stackPictures(examples), masks = stackMasks(examples);
    ASSERT_EQ(slices.sizes(), torch::IntArrayRef({2, 1, 64, 64}));
    ASSERT_EQ(masks.sizes(), slices.sizes());
    const float grey[]{80, 40}, mask[]{255, 0};
    for (int e = 0; e < 2; ++e) {
        EXPECT_NEAR(slices[e][0][9][9].item<double>() * 255, grey[e], 1e-3);
        EXPECT_NEAR(masks[e][0][9][9].item<double>() * 255, mask[e], 1e-3);
    }
}

/// `pictures` seeds, beginning with this one.
Chances chancesFrom(std::uint32_t seed, std::int64_t pictures) {
    std::vector<std::uint32_t> seeds;
    for (std::int64_t n = 0; n < pictures; ++n)
        seeds.push_back(seed + std::uint32_t(n));
    return Chances(seeds);
}

TEST(Augment, KeepsShapeAndRangeAndRepeatsWithItsSeeds) {
    torch::manual_seed(1);
    const auto pictures = torch::rand({16, 1, 64, 64}), masks = torch::zeros({16, 1, 64, 64});
    const LearnedSize size{64, false};
    Chances same = chancesFrom(2, 16), again = chancesFrom(2, 16);
    const auto a = augment(pictures, masks, size, same).pictures;
    const auto b = augment(pictures, masks, size, again).pictures;
    const auto c = augment(pictures, masks, size, again).pictures;
    EXPECT_EQ(a.sizes(), pictures.sizes());
    EXPECT_GE(a.min().item<double>(), 0);
    EXPECT_LE(a.max().item<double>(), 1.0001);
    EXPECT_TRUE(torch::equal(a, b));
    EXPECT_FALSE(torch::equal(a, c));
}

TEST(Augment, APictureBecomesTheSameWhicheverLieBesideIt) {
    torch::manual_seed(1);
    const auto pictures = torch::rand({8, 1, 64, 64}), masks = torch::rand({8, 1, 64, 64});
    Chances together = chancesFrom(40, 8), apart = chancesFrom(44, 3);
    const auto all = augment(pictures, masks, {64, true}, together);
    const auto some = augment(pictures.narrow(0, 4, 3), masks.narrow(0, 4, 3), {64, true}, apart);
    EXPECT_TRUE(torch::allclose(all.pictures.narrow(0, 4, 3), some.pictures, 1e-6, 1e-6));
    EXPECT_TRUE(torch::allclose(all.masks.narrow(0, 4, 3), some.masks, 1e-6, 1e-6));
}

/// A skull of 80 x 60 mm half-axes somewhere in a picture of 256 px; its inside is the mask.
struct RingPicture {
    torch::Tensor picture = torch::zeros({1, 1, 256, 256}), mask = torch::zeros({1, 1, 256, 256});
    RingPicture(double x, double y) {
        for (int j = 0; j < 256; ++j)
            for (int i = 0; i < 256; ++i) {
                const double r = std::hypot((i - x) / 66, (j - y) / 88);
                if (r < 1) picture[0][0][j][i] = r > 0.9 ? 1.f : 0.4f;
                if (r < 0.9) mask[0][0][j][i] = 1.f;
            }
    }
};

TEST(Augment, AHeadBesideTheMiddleIsNotCutAway) {
    const RingPicture ring(84, 150);
    Chances chances = chancesFrom(3, 1);
    for (int n = 0; n < 20; ++n) {
        const Augmented seen = augment(ring.picture, ring.mask, {256, true}, chances);
        ASSERT_EQ(seen.pictures.sizes(), torch::IntArrayRef({1, 1, 224, 192}));
        // Scaled by 0.74 to 1.13, the inside keeps its share of what it was.
        const double share = seen.masks.sum().item<double>() / ring.mask.sum().item<double>();
        EXPECT_GT(share, 0.5);
        const double lost =
            seen.masks.select(2, 0).sum().item<double>() + seen.masks.select(2, 223).sum().item<double>() +
            seen.masks.select(3, 0).sum().item<double>() + seen.masks.select(3, 191).sum().item<double>();
        EXPECT_LT(lost, 60) << "the inside reaches the border";
    }
}

TEST(Augment, GivesTheSizeThatIsLearnedFrom) {
    const auto pictures = torch::rand({2, 1, 96, 96}), masks = torch::zeros({2, 1, 96, 96});
    Chances chances = chancesFrom(5, 2);
    const Augmented seen = augment(pictures, masks, {64, true}, chances);
    EXPECT_EQ(seen.pictures.sizes(), torch::IntArrayRef({2, 1, 64, 64})) << "whole strides";
    EXPECT_EQ(seen.masks.sizes(), torch::IntArrayRef({2, 1, 64, 64}));
}

} // namespace
} // namespace hemo::ml
