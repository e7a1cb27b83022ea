// The whole way from pictures to a model folder, on pictures small enough for a test.

#include "core/simulate/phantom.h"
#include "ml/reader/classifier.h"
#include "ml/reader/model/model_folder.h"
#include "ml/reader/model/sha256.h"
#include "ml/reader/picture/head_cut.h"
#include "ml/reader/slice_network.h"
#include "ml/training/learn/trainer.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_training.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

TEST(Trainer, PicturesBecomeAModelFolderAndTheSameSeedTheSameModel) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    options.modelId = "made";
    options.drawn = {3, 2};
    std::string hashes[2];
    for (std::string& hash : hashes) {
        options.modelFolder = folder.path() / ("model" + std::to_string(&hash - hashes));
        const auto model = trainModel(options);
        ASSERT_TRUE(model) << model.error().message << model.error().detail;
        ASSERT_EQ(model->heldOut.size(), 2u);
        EXPECT_EQ(model->heldOut[0].patients, 2);
        EXPECT_EQ(model->heldOut[0].positivePatients, 1);
        EXPECT_EQ(model->heldOut[0].slices, 12);
        const auto read = loadModelFolder(options.modelFolder);
        ASSERT_TRUE(read) << read.error().detail;
        EXPECT_EQ(read->info, [&] {
            ModelInfo wanted = model->info;
            wanted.weightsSha256 = read->info.weightsSha256;
            return wanted;
        }());
        EXPECT_TRUE(Classifier::load(options.modelFolder, DeviceChoice::Cpu));
        hash = read->info.weightsSha256;
        // What was measured while training is what the folder measures again.
        const auto again = evaluateModel({options.modelFolder, options.dataFolder, {}, *options.fold});
        ASSERT_TRUE(again);
        EXPECT_EQ((*again)[0].sliceAuc[0], model->heldOut[0].sliceAuc[0]);
        EXPECT_EQ((*again)[0].sensitivity, model->heldOut[0].sensitivity);
        const auto learned = evaluateModel({options.modelFolder, options.dataFolder, {}, *options.fold + 1});
        ASSERT_FALSE(learned) << "these patients have taught it";
        EXPECT_EQ(learned.error().code, ErrorCode::Unsupported);
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

TEST(Trainer, ARunThatWasStoppedEndsLikeOneThatWasNot) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    options.epochs = 2;
    options.drawn = {3, 2};
    options.modelFolder = folder.path() / "whole";
    ASSERT_TRUE(trainModel(options));
    const fs::path checkpoint = "learning.checkpoint";
    EXPECT_FALSE(fs::exists(options.modelFolder / checkpoint)) << "done: nothing to go on from";
    const auto whole = loadModelFolder(options.modelFolder);
    ASSERT_TRUE(whole);
    EXPECT_TRUE(whole->info.hasClassMap);

    options.modelFolder = folder.path() / "stopped";
    options.stopsAfter = 1;
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(fs::exists(options.modelFolder / checkpoint));
    options.stopsAfter = 0;
    TrainOptions other = options;
    other.seed = 5;
    EXPECT_EQ(trainModel(other).error().code, ErrorCode::Unsupported) << "it is another run's";
    ASSERT_TRUE(trainModel(options));
    EXPECT_EQ(loadModelFolder(options.modelFolder)->info.weightsSha256, whole->info.weightsSha256);
}

TEST(Trainer, ARunStoppedAmidAnEpochGoesOnFromThereAndEndsLikeOneThatWasNot) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    options.epochs = 2;
    options.keepsEvery = 2;
    options.modelFolder = folder.path() / "whole";
    ASSERT_TRUE(trainModel(options));
    const auto lines = [&] {
        std::ifstream file(options.modelFolder / "training.csv");
        return std::count(std::istreambuf_iterator<char>(file), {}, '\n');
    };
    const auto steps = lines() - 1;
    ASSERT_GT(steps, 2 * 3) << "an epoch must be longer than what is kept of it";

    options.modelFolder = folder.path() / "stopped";
    options.stopsAfterSteps = 3; // one more than was kept, and in the second sitting again
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Cancelled);
    options.stopsAfterSteps = 0;
    const auto before = lines();
    ASSERT_TRUE(trainModel(options));
    EXPECT_LT(lines() - before, steps - 2) << "it began anew";
    EXPECT_EQ(loadModelFolder(options.modelFolder)->info.weightsSha256,
              loadModelFolder(folder.path() / "whole")->info.weightsSha256);
}

TEST(Trainer, ARunKilledBeforeItsModelWasWrittenDoesNotLearnAgain) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    const fs::path inTheWay = options.modelFolder / "weights.safetensors";
    fs::create_directories(inTheWay);
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::WriteFailed);
    fs::remove(inTheWay);
    const auto logged = fs::file_size(options.modelFolder / "training.csv");
    const auto model = trainModel(options);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(fs::file_size(options.modelFolder / "training.csv"), logged) << "no step more";
    EXPECT_TRUE(loadModelFolder(options.modelFolder));
    EXPECT_FALSE(fs::exists(options.modelFolder / "learning.checkpoint"));
}

nlohmann::json trainingOf(const fs::path& model) {
    return nlohmann::json::parse(std::ifstream(model / "model.json")).at("training");
}

/// Between the weights of two networks of one kind.
double squaredDistance(const TrainedModel& a, const TrainedModel& b) {
    const auto first = loadSliceNetwork(a.info, a.weights), second = loadSliceNetwork(b.info, b.weights);
    const auto of = (*first)->module().parameters(), to = (*second)->module().parameters();
    double sum = 0;
    for (std::size_t n = 0; n < of.size(); ++n)
        sum += (of[n] - to[n]).square().sum().item<double>();
    return sum;
}

TEST(Trainer, ANetworkGoesOnLearningAtAnotherSizeAndSaysWhatItBeganWith) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    const auto first = trainModel(options);
    ASSERT_TRUE(first);
    options.trunkFile.clear();
    options.beginsWith = options.modelFolder;
    options.modelFolder = folder.path() / "further";
    options.size = test::kMadePictureSize + kCoarsestStride;
    const auto further = trainModel(options);
    ASSERT_TRUE(further) << further.error().message << further.error().detail;
    EXPECT_EQ(further->info.inputSize, options.size);
    const auto begun = trainingOf(options.modelFolder).at("begins_with");
    EXPECT_EQ(begun.at("weights_sha256"), loadModelFolder(options.beginsWith)->info.weightsSha256);
    EXPECT_EQ(begun.at("training").at("epochs"), 1);
    std::stringstream card;
    card << std::ifstream(options.modelFolder / "card.md").rdbuf();
    EXPECT_NE(card.str().find("Went on learning from another network"), std::string::npos);

    // It lies near what it began with, where one with other first weights does not.
    TrainOptions afresh = test::makeTraining(folder.path());
    afresh.modelFolder = folder.path() / "afresh";
    afresh.seed = 2;
    const auto other = trainModel(afresh);
    ASSERT_TRUE(other);
    const double moved = squaredDistance(*first, *further);
    EXPECT_GT(moved, 0);
    EXPECT_LT(moved, squaredDistance(*first, *other) / 4);
}

TEST(Trainer, ANetworkThatKnowsTheHeldOutPatientsIsNotGoneOnWith) {
    hemo::testing::TempFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    ASSERT_TRUE(trainModel(options));
    options.beginsWith = options.modelFolder;
    options.modelFolder = folder.path() / "further";
    options.fold = 1; // which taught the first one
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Unsupported);
    options.fold.reset();
    EXPECT_TRUE(trainModel(options)) << "nobody is held out";
    options.architecture = "efficientdet-lite2";
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Model) << "another kind of network";
}

/// p(any) of one slice of a scan whose other slices all hold one value.
double answerOf(int k, const fs::path& model, std::int16_t otherHu) {
    static const VolumePtr head = [] {
        PhantomSpec spec;
        spec.columns = spec.rows = 128;
        spec.pixelSpacingMm = 1.8;
        return makePhantom(spec).volume;
    }();
    const Grid& grid = head->grid();
    std::vector<std::int16_t> hu(grid.voxelCount(), otherHu);
    std::ranges::copy(head->slice(k), hu.begin() + std::ptrdiff_t(std::size_t(k) * grid.voxelsPerSlice()));
    const auto classifier = Classifier::load(model, DeviceChoice::Cpu);
    return (*classifier)
        ->classify(Volume(grid, std::move(hu), "1"), {}, TaskContext{})
        ->slices[std::size_t(k)]
        .any();
}

TEST(Trainer, ASliceIsReadByItself) {
    hemo::testing::TempFolder folder;
    const TrainOptions options = test::makeTraining(folder.path());
    const auto trained = trainModel(options);
    ASSERT_TRUE(trained) << trained.error().message << trained.error().detail;
    const double answer = answerOf(14, options.modelFolder, 40);
    EXPECT_EQ(answer, answerOf(14, options.modelFolder, 60)) << "its neighbours differ";
    EXPECT_NE(answer, answerOf(20, options.modelFolder, 40)) << "it differs";
}

TEST(Trainer, AMissingTrunkIsSaid) {
    TrainOptions options;
    options.trunkFile = "nothing.safetensors";
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Model);
}

} // namespace
} // namespace hemo::ml
