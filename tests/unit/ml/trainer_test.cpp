// The whole way from pictures to a model folder, on pictures small enough for a test.

#include "ml/classifier.h"
#include "ml/model_folder.h"
#include "ml/sha256.h"
#include "ml/train/trainer.h"
#include "tests/unit/ml/made_training.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

TEST(Trainer, PicturesBecomeAModelFolderAndTheSameSeedTheSameModel) {
    test::TemporaryFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    options.modelId = "made";
    options.choosesEpoch = true;
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
        const auto read = readModelFolder(options.modelFolder);
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
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

TEST(Trainer, ARunThatWasStoppedEndsLikeOneThatWasNot) {
    test::TemporaryFolder folder;
    TrainOptions options = test::makeTraining(folder.path());
    options.epochs = 2;
    options.drawn = {3, 2};
    options.modelFolder = folder.path() / "whole";
    ASSERT_TRUE(trainModel(options));
    const fs::path checkpoint = "learning.checkpoint";
    EXPECT_FALSE(fs::exists(options.modelFolder / checkpoint)) << "done: nothing to go on from";
    const auto whole = readModelFolder(options.modelFolder);
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
    EXPECT_EQ(readModelFolder(options.modelFolder)->info.weightsSha256, whole->info.weightsSha256);
}

TEST(Trainer, AMissingTrunkIsSaid) {
    TrainOptions options;
    options.trunkFile = "nothing.safetensors";
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Model);
}

} // namespace
} // namespace hemo::ml
