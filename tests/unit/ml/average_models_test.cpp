#include "ml/model_folder.h"
#include "ml/network/module_weights.h"
#include "ml/network/slice_network.h"
#include "ml/train/average_models.h"
#include "ml/train/write_model.h"
#include "tests/unit/ml/made_model.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstring>
#include <fstream>

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
    const auto files = readModelFolder(folder);
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
    fs::path makeModel(const char* name, int size = 64) {
        const fs::path folder = m_folder.path() / name;
        fs::create_directories(folder);
        test::writeRandomModel(folder, size);
        return folder;
    }
    fs::path out() const { return m_folder.path() / "mean"; }

private:
    test::TemporaryFolder m_folder;
};

TEST_F(AverageModels, EveryWeightLiesHalfWayBetweenThoseOfTwo) {
    const auto a = makeModel("a"), b = makeModel("b");
    addToWeights(b, 1);
    const auto done = averageModels({a, b}, "mean", out());
    ASSERT_TRUE(done) << done.error().message << done.error().detail;
    const auto first = readModelFolder(a), mean = readModelFolder(out());
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
}

TEST_F(AverageModels, NetworksOfTwoKindsOrTwoFoldsAreRefused) {
    const auto a = makeModel("a"), b = makeModel("b"), larger = makeModel("larger", 96);
    EXPECT_EQ(averageModels({a, larger}, "mean", out()).error().code, ErrorCode::Model);
    setHeldOutFold(a, 0);
    setHeldOutFold(b, 1);
    EXPECT_EQ(averageModels({a, b}, "mean", out()).error().code, ErrorCode::Model);
    EXPECT_FALSE(fs::exists(out()));
}

TEST_F(AverageModels, NothingThatIsThereIsWrittenOver) {
    const auto a = makeModel("a"), b = makeModel("b");
    EXPECT_EQ(averageModels({a, b}, "mean", b).error().code, ErrorCode::WriteFailed);
}

} // namespace
} // namespace hemo::ml
