#include "core/simulate/phantom.h"
#include "ml/reader/classifier.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/picture/preprocess.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/channels.h"
#include "ml/training/learn/write_model.h"
#include "tests/support/temp_folder.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

namespace hemo::ml {
namespace {

ModelInfo trainedPaper() {
    ModelInfo info = usualModel("paper");
    info.id = "paper-1";
    info.terms = "For tests.";
    info.trainedHu = kPictureHu;
    return info;
}

ModelInfo writtenAndRead(const ModelInfo& info) {
    const hemo::testing::TempFolder folder;
    TrainedModel model;
    model.info = info;
    TrainOptions options;
    options.modelFolder = folder.path();
    EXPECT_TRUE(writeModel(model, options));
    auto read = loadModelFolder(folder.path());
    EXPECT_TRUE(read) << read.error().detail;
    if (!read) return {};
    read->info.weightsSha256 = info.weightsSha256;
    return read->info;
}

TEST(WrittenModel, IsReadBackAsItWas) {
    EXPECT_EQ(writtenAndRead(trainedPaper()), trainedPaper());
    ModelInfo lite = usualModel("efficientdet-lite2");
    lite.id = "lite";
    lite.terms = "For tests.";
    lite.hasClassMap = true;
    lite.mapShare = 0.5;
    lite.knownMisses = {KnownMiss::ThinBloodAlongSkull};
    lite.calibration[3].scale = 1.5;
    EXPECT_EQ(writtenAndRead(lite), lite);
}

TEST(Channels, TheWindowOfThePicturesLeavesThemAsTheyAre) {
    const auto grey = torch::rand({2, 1, 4, 4});
    const auto channels = channelsOf(grey, usualModel("efficientdet-lite0"));
    ASSERT_EQ(channels.sizes(), grey.sizes());
    EXPECT_TRUE(torch::allclose(channels, grey, 1e-6, 1e-6));
}

TEST(Channels, SeveralWindowsAreAChannelEach) {
    auto grey = torch::zeros({1, 1, 1, 2});
    grey[0][0][0][0] = 0.5; // 40 HU
    const auto channels = channelsOf(grey, trainedPaper());
    ASSERT_EQ(channels.sizes(), torch::IntArrayRef({1, 3, 1, 2}));
    const double at40[]{0.5, 60.0 / 200, 190.0 / 380}, at0[]{0, 20.0 / 200, 150.0 / 380};
    for (int c = 0; c < 3; ++c) {
        EXPECT_NEAR(channels[0][c][0][0].item<double>(), at40[c], 1e-6);
        EXPECT_NEAR(channels[0][c][0][1].item<double>(), at0[c], 1e-6);
    }
}

TEST(Channels, AreWhatAScanGivesTheNetwork) {
    PhantomSpec spec;
    spec.slices = 3;
    spec.bleed = BleedSpec{};
    const auto volume = makePhantom(spec).volume;
    const ModelInfo info = trainedPaper();
    const Crop crop = cropOf(*volume, info.inputSize);
    const auto planeOf = [&](const ModelInfo& as, std::size_t window) {
        const Plane plane = networkPlane(*volume, 1, crop, as, window);
        auto tensor = torch::empty({1, 1, plane.height, plane.width});
        std::copy(plane.values.begin(), plane.values.end(), tensor.data_ptr<float>());
        return tensor;
    };
    ModelInfo picture; // the window of the training pictures
    picture.inputSize = info.inputSize;
    const auto wanted = channelsOf(planeOf(picture, 0), info);
    for (std::size_t w = 0; w < info.windows.size(); ++w)
        EXPECT_TRUE(torch::allclose(planeOf(info, w), wanted.narrow(1, std::int64_t(w), 1), 1e-4, 1e-4)) << w;
    EXPECT_GT(wanted.std().item<double>(), 0.05);
    // Without the cut, bone is brighter than any training picture has it.
    ModelInfo uncut = info;
    uncut.trainedHu.reset();
    EXPECT_GT(planeOf(uncut, 1).max().item<double>(), wanted.narrow(1, 1, 1).max().item<double>() + 0.3);
}

TEST(PaperClassifier, AnswersAnyAloneAndSaysSo) {
    const auto network = makeSliceNetwork(trainedPaper());
    ASSERT_TRUE(network);
    const auto classifier = Classifier::make(
        {trainedPaper(), weightsOf((*network)->module(), WeightType::Float)}, DeviceChoice::Cpu);
    ASSERT_TRUE(classifier) << classifier.error().detail;
    PhantomSpec spec;
    spec.columns = spec.rows = 64;
    spec.pixelSpacingMm = 3.6;
    spec.slices = 2;
    const auto prediction = (*classifier)->classify(*makePhantom(spec).volume, {}, TaskContext{});
    ASSERT_TRUE(prediction) << prediction.error().detail;
    for (const SlicePrediction& slice : prediction->slices) {
        EXPECT_FALSE(slice.namesSubtypes);
        EXPECT_GT(slice.any(), 0);
        EXPECT_LT(slice.any(), 1);
        for (std::size_t f = 1; f < slice.p.size(); ++f)
            EXPECT_EQ(slice.p[f], 0);
    }
}

TEST(PaperTraining, PicturesAreNotCutToTheHeadForItsLevelsMustLandOnOnePicture) {
    const ModelInfo info = usualModel("paper");
    const auto network = makeSliceNetwork(info);
    ASSERT_TRUE(network);
    torch::NoGradGuard noGrad;
    const LearnedSize size = sizeAt(0, 10, info.inputSize, (*network)->readsAnySize());
    Chances chances({1});
    const auto seen = augment(torch::rand({1, 1, 512, 512}), torch::zeros({1, 1, 512, 512}), size, chances);
    (*network)->module().eval();
    const auto logits = (*network)->logitsOf((*network)->features(channelsOf(seen.pictures, info)));
    EXPECT_EQ(logits.sizes(), torch::IntArrayRef({1, 1}));
}

} // namespace
} // namespace hemo::ml
