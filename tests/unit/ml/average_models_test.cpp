#include "ml/reader/model/model_folder.h"
#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/random_weights.h"
#include "ml/reader/slice_network.h"
#include "ml/training/data/augment.h"
#include "ml/training/data/channels.h"
#include "ml/training/data/model_description.h"
#include "ml/training/data/picture_set.h"
#include "ml/training/learn/average_models.h"
#include "ml/training/learn/renew_norms.h"
#include "ml/training/learn/weight_average.h"
#include "ml/training/learn/write_model.h"
#include "ml/training/measure/evaluate.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/ml/made_model.h"
#include "tests/unit/ml/made_pictures.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <string>

namespace hemo::ml {
namespace {

namespace fs = std::filesystem;

std::vector<float> numbersOf(const WeightTensor& w) {
    std::vector<float> numbers(w.bytes.size() / sizeof(float));
    std::memcpy(numbers.data(), w.bytes.data(), w.bytes.size());
    return numbers;
}

void setHeldOutFold(const fs::path& folder, int fold) {
    auto json = nlohmann::json::parse(std::ifstream(folder / "model.json"));
    json["training"]["held_out_fold"] = fold;
    std::ofstream(folder / "model.json") << json;
}

void addToWeights(const fs::path& folder, double number) {
    const auto files = loadModelFolder(folder);
    ASSERT_TRUE(files);
    const auto network = loadSliceNetwork(files->info, files->weights);
    ASSERT_TRUE(network);
    torch::NoGradGuard noGrad;
    for (torch::Tensor& p : (*network)->module().parameters())
        p.add_(number);
    TrainedModel model;
    model.info = files->info;
    model.weights = weightsOf((*network)->module(), WeightType::Float);
    TrainOptions options;
    options.modelFolder = folder;
    ASSERT_TRUE(writeModel(model, options));
}

class AverageModels : public ::testing::Test {
protected:
    AverageModels() { test::writeMadeSets(m_folder.path()); }
    fs::path makeModel(const char* name, int size = 64) {
        const fs::path folder = m_folder.path() / name;
        fs::create_directories(folder);
        test::writeRandomModel(folder, size);
        return folder;
    }
    fs::path out() const { return m_folder.path() / "mean"; }
    AverageOptions of(const fs::path& a, const fs::path& b) const {
        AverageOptions options;
        options.models = {a, b};
        options.out = out();
        options.dataFolder = m_folder.path();
        options.modelId = "mean";
        options.pictures = 16;
        options.threads = 1;
        return options;
    }

    const fs::path& folder() const { return m_folder.path(); }

private:
    hemo::testing::TempFolder m_folder;
};

TEST_F(AverageModels, EveryWeightLiesHalfWayBetweenThoseOfTwo) {
    const auto a = makeModel("a"), b = makeModel("b");
    addToWeights(b, 1);
    const auto done = averageModels(of(a, b));
    ASSERT_TRUE(done) << done.error().message << done.error().detail;
    const auto first = loadModelFolder(a), mean = loadModelFolder(out());
    ASSERT_TRUE(first && mean);
    EXPECT_EQ(mean->info.id, "mean");
    ASSERT_EQ(mean->weights.size(), first->weights.size());
    int moved = 0;
    for (std::size_t n = 0; n < mean->weights.size(); ++n) {
        const WeightTensor &was = first->weights[n], &is = mean->weights[n];
        EXPECT_EQ(is.name, was.name);
        if (was.type != WeightType::Float || was.name.find("running") != std::string::npos) continue;
        EXPECT_NEAR(numbersOf(is).front(), numbersOf(was).front() + 0.5, 1e-5) << is.name;
        ++moved;
    }
    EXPECT_GT(moved, 50);
    const auto training = nlohmann::json::parse(std::ifstream(out() / "model.json")).at("training");
    EXPECT_EQ(training.at("mean_of").size(), 2u);
    EXPECT_TRUE(training.at("mean_of")[1].contains("epochs"));
    EXPECT_FALSE(training.contains("epochs")) << "it is each network's own";
    EXPECT_EQ(training.at("norms_renewed_with_pictures"), 16);
}

TEST_F(AverageModels, NetworksOfTwoKindsOrTwoFoldsAreRefused) {
    const auto a = makeModel("a"), b = makeModel("b"), larger = makeModel("larger", 96);
    EXPECT_EQ(averageModels(of(a, larger)).error().code, ErrorCode::Model);
    setHeldOutFold(a, 0);
    setHeldOutFold(b, 1);
    EXPECT_EQ(averageModels(of(a, b)).error().code, ErrorCode::Model);
    EXPECT_FALSE(fs::exists(out()));
}

TEST_F(AverageModels, OtherDataThanTheyWereTaughtWithAreRefused) {
    const auto a = makeModel("a"), b = makeModel("b");
    const auto refuses = [&](const char* setting, const nlohmann::json& value) {
        auto json = nlohmann::json::parse(std::ifstream(b / "model.json"));
        json["training"][setting] = value;
        std::ofstream(b / "model.json") << json;
        const auto done = averageModels(of(a, b));
        return !done && done.error().code == ErrorCode::Unsupported && !fs::exists(out());
    };
    EXPECT_TRUE(refuses("held_out_patients", "of another fold, or of one data set alone"));
    EXPECT_TRUE(refuses("data", {{{"name", kOwnDataName}}}));
}

TEST_F(AverageModels, NobodyWhoWasHeldOutIsLookedAt) {
    const auto a = makeModel("a"), b = makeModel("b");
    const auto averaged = [&](const char* name) {
        AverageOptions options = of(a, b);
        options.out = folder() / name;
        EXPECT_TRUE(averageModels(options));
        return loadModelFolder(options.out)->info.weightsSha256;
    };
    const fs::path somebody = folder() / "somebody.png";
    fs::copy_file(folder() / "ct-ich/images/9_5.png", somebody);
    const auto showSomebodyElse = [&](bool heldOut) {
        const auto patients = loadPictureSets(folder(), test::kMadePictureSize).value();
        for (const Patient& patient : patients) {
            if ((patient.fold == 0) != heldOut) continue;
            for (int slice = 0; slice < 6; ++slice)
                fs::copy_file(somebody,
                              folder() / patient.dataSetName() / "images" /
                                  (patient.id + "_" + std::to_string(slice) + ".png"),
                              fs::copy_options::overwrite_existing);
        }
    };
    const std::string before = averaged("before");
    showSomebodyElse(true);
    EXPECT_EQ(averaged("others held out"), before);
    showSomebodyElse(false);
    EXPECT_NE(averaged("others teach"), before);
}

TEST_F(AverageModels, NothingThatIsThereIsWrittenOver) {
    const auto a = makeModel("a"), b = makeModel("b");
    AverageOptions options = of(a, b);
    options.out = b;
    EXPECT_EQ(averageModels(options).error().code, ErrorCode::WriteFailed);
}

/// What two networks that have nothing in common and their mean make of a batch.
class RenewNorms : public AverageModels {
protected:
    RenewNorms() : m_info(usualModel("efficientdet-lite0")) {
        m_info.inputSize = test::kMadePictureSize;
        m_patients = loadPictureSets(folder(), m_info.inputSize).value();
        std::vector<Example> slices;
        for (const Patient& patient : m_patients)
            slices.push_back({&patient, 2});
        m_pictures = toNetworkInput(channelsOf(stackPictures(slices), m_info));
    }
    std::unique_ptr<SliceNetwork> make(int seed) const {
        torch::manual_seed(static_cast<std::uint64_t>(seed));
        auto network = makeSliceNetwork(m_info).value();
        enliven(network->module(), [&] { network->features(m_pictures); });
        return network;
    }
    std::unique_ptr<SliceNetwork> meanOfTwo() const {
        WeightAverage average;
        average.add(make(1)->module());
        auto mean = make(2);
        average.add(mean->module());
        average.copyTo(mean->module());
        return mean;
    }
    double spread(SliceNetwork& network) const {
        torch::NoGradGuard noGrad;
        return network.features(m_pictures).front().std().item<double>();
    }
    void renew(SliceNetwork& network, std::uint32_t seed = 1) const {
        std::vector<const Patient*> teachers;
        for (const Patient& patient : m_patients)
            teachers.push_back(&patient);
        renewNorms(network, m_info, teachers, 64, seed);
    }
    std::map<std::string, torch::Tensor> counts(SliceNetwork& network) const {
        std::map<std::string, torch::Tensor> all;
        for (const auto& buffer : network.module().named_buffers())
            if (buffer.value().is_floating_point()) all[buffer.key()] = buffer.value().clone();
        return all;
    }

private:
    ModelInfo m_info;
    std::vector<Patient> m_patients;
    torch::Tensor m_pictures;
};

TEST_F(RenewNorms, TheMeanOfNetworksIsNotFainterThanTheyAre) {
    const auto mean = meanOfTwo();
    const double one = spread(*make(1));
    EXPECT_LT(spread(*mean), 0.7 * one);
    renew(*mean);
    EXPECT_FALSE(mean->module().is_training());
    EXPECT_GT(spread(*mean), 0.8 * one);
    EXPECT_LT(spread(*mean), 1.25 * one);
}

TEST_F(RenewNorms, FrozenOnesKeepWhatTheyHadAndTheSameSeedCountsTheSame) {
    const auto mean = meanOfTwo(), again = meanOfTwo();
    const auto before = counts(*mean);
    renew(*mean);
    renew(*again);
    const auto after = counts(*mean), same = counts(*again);
    EXPECT_TRUE(after.at("trunk._bn0.running_var").equal(before.at("trunk._bn0.running_var")));
    int changed = 0;
    for (const auto& [name, numbers] : after) {
        EXPECT_TRUE(numbers.equal(same.at(name))) << name;
        changed += !numbers.equal(before.at(name));
    }
    EXPECT_GT(changed, 50);
}

} // namespace
} // namespace hemo::ml
