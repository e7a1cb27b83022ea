// Mixed precision is a GPU's, and none is needed here: the processor's own autocast mixes the types in the
// same way, in bfloat16.

#include "ml/training/learn/forward_in_half.h"
#include "ml/training/learn/losses.h"
#include "ml/training/learn/trainer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace hemo::ml {
namespace {

TEST(MixedPrecision, IsRefusedWithoutAGpu) {
    TrainOptions options;
    options.precision = Precision::Mixed;
    EXPECT_EQ(english(trainModel(options).error().message),
              "Mixed precision needs a GPU: give --device cuda where there is one, or leave out --mixed.");
}

TEST(MixedPrecision, IsOnForThatLongOnly) {
    EXPECT_FALSE(at::autocast::is_enabled());
    {
        const ForwardInHalf half;
        EXPECT_TRUE(at::autocast::is_enabled());
        EXPECT_EQ(at::autocast::get_autocast_gpu_dtype(), at::kHalf);
    }
    EXPECT_FALSE(at::autocast::is_enabled());
}

/// A slice that bleeds, and nobody drew where.
Patient bleedingPatient() {
    Patient patient;
    patient.pictures.resize(1);
    patient.pictures[0].labels[0] = patient.pictures[0].known[0] = 1;
    return patient;
}

/// Forward alone: going back, the processor has no ReLU6 in bfloat16.
TEST(MixedPrecision, NoNetworkNeedsOneTypeThroughout) {
    const Patient patient = bleedingPatient();
    for (const char* architecture : {"efficientdet-lite0", "efficientdet-lite2", "paper"}) {
        ModelInfo info = usualModel(architecture);
        info.hasClassMap = info.namesSubtypes;
        torch::manual_seed(1);
        const auto network = makeSliceNetwork(info);
        ASSERT_TRUE(network);
        (*network)->module().train();
        at::autocast::set_cpu_enabled(true);
        const auto windows = static_cast<std::int64_t>(info.windows.size());
        const std::int64_t side = (*network)->readsAnySize() ? 64 : info.inputSize;
        const auto maps = (*network)->features(torch::rand({2, windows, side, side}) * 2 - 1);
        Answer answer{(*network)->logitsOf(maps), (*network)->classMapOf(maps)};
        at::autocast::set_cpu_enabled(false);
        at::autocast::clear_cache();
        EXPECT_EQ(maps.front().scalar_type(), at::kBFloat16) << architecture << ": it was on";
        answer.logits = answer.logits.to(torch::kFloat);
        if (answer.classMap.defined()) answer.classMap = answer.classMap.to(torch::kFloat);
        const auto loss = lossOf(answer, torch::zeros({2, 1, 64, 64}), {{&patient, 0}, {&patient, 0}}, 0.5);
        EXPECT_TRUE(std::isfinite(loss.item<double>())) << architecture;
        for (const auto& p : (*network)->module().named_parameters())
            EXPECT_EQ(p.value().scalar_type(), at::kFloat) << p.key();
    }
}

} // namespace
} // namespace hemo::ml
