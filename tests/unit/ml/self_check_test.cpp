#include "ml/reader/network/module_weights.h"
#include "ml/reader/network/random_weights.h"
#include "ml/reader/slice_network.h"
#include "ml/self_check/self_check.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

namespace hemo::ml {
namespace {

/// A small network with a class map that answers for half of it.
ModelFolder mapped() {
    ModelInfo info = usualModel("efficientdet-lite0");
    info.inputSize = 64;
    info.hasClassMap = true;
    info.mapShare = 0.5;
    const auto network = makeSliceNetwork(info);
    torch::manual_seed(24);
    enliven((*network)->module(), [&] { (*network)->logits(torch::rand({4, 1, 64, 64}) * 2 - 1); });
    return {info, weightsOf((*network)->module(), WeightType::Float)};
}

TEST(SelfCheck, AModelWithAClassMapIsSoundAndTimed) {
    const auto check = checkModel(mapped());
    ASSERT_TRUE(check) << check.error().detail;
    EXPECT_TRUE(check->isSound()) << check->heatError;
    ASSERT_FALSE(check->times.empty());
    EXPECT_EQ(check->times[0].device.substr(0, 3), "CPU");
    EXPECT_GT(check->times[0].seconds, 0);
}

TEST(SelfCheck, TooLargeADifferenceIsNotSound) {
    SelfCheck check;
    EXPECT_TRUE(check.isSound()); // no GPU: nothing to differ
    check.gpuDifference = 0.0021;
    EXPECT_FALSE(check.isSound());
    check.gpuDifference = 0.0019;
    EXPECT_TRUE(check.isSound());
    check.heatError = 2e-3;
    EXPECT_FALSE(check.isSound());
}

TEST(SelfCheck, WeightsThatAreMissingAreSaid) {
    ModelFolder model = mapped();
    model.weights.pop_back();
    const auto check = checkModel(model);
    ASSERT_FALSE(check);
    EXPECT_EQ(check.error().code, ErrorCode::Model);
}

} // namespace
} // namespace hemo::ml
