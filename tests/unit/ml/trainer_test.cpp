// The whole way from pictures to a model folder, on pictures small enough for a test.

#include "ml/classifier.h"
#include "ml/model_folder.h"
#include "ml/sha256.h"
#include "ml/train/trainer.h"
#include "tests/unit/ml/made_model.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <gtest/gtest.h>

#include <fstream>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;
constexpr int kSize = 64;

/// A round head; a bleed is a bright spot, somewhere else in each slice.
void writePicture(const fs::path& file, bool hasBleed, int seed) {
    std::vector<unsigned char> grey(kSize * kSize);
    const double bx = 22 + 5 * (seed % 5), by = 24 + 4 * (seed % 4);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const bool isHead = std::hypot(x - 31.5, y - 31.5) < 26;
            const bool isBleed = hasBleed && std::hypot(x - bx, y - by) < 6;
            grey[std::size_t(y) * kSize + x] = static_cast<unsigned char>(isBleed  ? 210
                                                                          : isHead ? 110 + seed % 7
                                                                                   : 0);
        }
    ASSERT_TRUE(stbi_write_png(file.c_str(), kSize, kSize, 1, grey.data(), kSize));
}

void writeSource(const fs::path& folder, bool hasSubtypes) {
    fs::create_directories(folder / "images");
    std::ofstream table(folder / "labels.csv");
    table
        << (hasSubtypes
                ? "patient,slice,file,any,intraventricular,intraparenchymal,subarachnoid,epidural,subdural\n"
                : "patient,slice,file,any,near_positive\n");
    for (int patient = 0; patient < 10; ++patient)
        for (int slice = 0; slice < 6; ++slice) {
            const bool hasBleed = patient % 2 == 1 && slice >= 3;
            const std::string file = std::to_string(patient) + "_" + std::to_string(slice) + ".png";
            writePicture(folder / "images" / file, hasBleed, patient * 6 + slice);
            table << patient << ',' << slice << ',' << file << ',' << hasBleed;
            table << (hasSubtypes ? hasBleed ? ",0,1,0,0,0\n" : ",0,0,0,0,0\n" : ",0\n");
        }
}

TEST(Trainer, PicturesBecomeAModelFolderAndTheSameSeedTheSameModel) {
    test::TemporaryFolder folder;
    writeSource(folder.path() / "ct-ich", true);
    writeSource(folder.path() / "phe-sich", false);
    test::writeRandomTrunk(folder.path() / "trunk.safetensors");
    TrainOptions options;
    options.dataFolder = folder.path();
    options.trunkFile = folder.path() / "trunk.safetensors";
    options.modelId = "made";
    options.epochs = 1;
    options.size = kSize;
    options.threads = 1;
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
        const auto again = evaluateModel(options.modelFolder, options.dataFolder, options.fold, {});
        ASSERT_TRUE(again);
        EXPECT_EQ((*again)[0].sliceAuc[0], model->heldOut[0].sliceAuc[0]);
        EXPECT_EQ((*again)[0].sensitivity, model->heldOut[0].sensitivity);
    }
    EXPECT_EQ(hashes[0], hashes[1]);
}

TEST(Trainer, AMissingTrunkIsSaid) {
    TrainOptions options;
    options.trunkFile = "nothing.safetensors";
    EXPECT_EQ(trainModel(options).error().code, ErrorCode::Model);
}

} // namespace
} // namespace hemo::ml
