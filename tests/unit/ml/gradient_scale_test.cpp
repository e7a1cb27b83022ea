#include "ml/training/learn/gradient_scale.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

TEST(GradientScale, AnOverflowHalvesItAndSkipsTheStep) {
    GradientScale scale;
    EXPECT_EQ(scale.value(), GradientScale::kFirst);
    EXPECT_FALSE(scale.accepts(false));
    EXPECT_EQ(scale.value(), GradientScale::kFirst / 2);
    EXPECT_FALSE(scale.accepts(false));
    EXPECT_EQ(scale.value(), GradientScale::kFirst / 4);
    EXPECT_TRUE(scale.accepts(true));
    EXPECT_EQ(scale.value(), GradientScale::kFirst / 4);
}

TEST(GradientScale, DoublesAfterManyGoodStepsInARow) {
    GradientScale scale;
    for (int n = 1; n < GradientScale::kGoodSteps; ++n)
        EXPECT_TRUE(scale.accepts(true));
    EXPECT_EQ(scale.value(), GradientScale::kFirst);
    EXPECT_TRUE(scale.accepts(true));
    EXPECT_EQ(scale.value(), GradientScale::kFirst * 2);

    for (int n = 1; n < GradientScale::kGoodSteps; ++n)
        scale.accepts(true);
    scale.accepts(false);
    EXPECT_EQ(scale.value(), GradientScale::kFirst);
    scale.accepts(true);
    EXPECT_EQ(scale.value(), GradientScale::kFirst) << "they are counted anew";
}

TEST(GradientScale, StaysWithinWhatAFloatCanHold) {
    GradientScale scale;
    for (int n = 0; n < 100; ++n)
        scale.accepts(false);
    EXPECT_EQ(scale.value(), 1);
    for (int n = 0; n < 100 * GradientScale::kGoodSteps; ++n)
        scale.accepts(true);
    EXPECT_EQ(scale.value(), GradientScale::kLargest);
}

TEST(GradientScale, GoesOnAsAStoppedRunDid) {
    GradientScale stopped, further;
    stopped.accepts(false);
    for (int n = 1; n < GradientScale::kGoodSteps; ++n)
        stopped.accepts(true);
    further.restart(stopped.value(), stopped.goodSteps());
    further.accepts(true);
    EXPECT_EQ(further.value(), stopped.value() * 2);
}

} // namespace
} // namespace hemo::ml
