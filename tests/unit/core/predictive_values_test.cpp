#include "core/classify/verdict/predictive_values.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

TEST(PredictiveValues, FollowBayes) {
    // Of 1000: 100 bleed, 90 found; 900 do not, 180 flagged.
    const auto p = predictiveValues(0.9, 0.8, 0.1);
    EXPECT_NEAR(p.positive, 90.0 / 270, 1e-12);
    EXPECT_NEAR(p.negative, 720.0 / 730, 1e-12);
    EXPECT_EQ(predictiveValues(0, 1, 0.1).positive, 0) << "nobody flagged";
}

TEST(PredictiveValues, BoundsAreThoseOfBothTogether) {
    const Estimate sensitivity{0.8, 0.6, 0.9}, specificity{0.95, 0.9, 1};
    const auto [positive, negative] = predictiveEstimates(sensitivity, specificity, 0.2);
    EXPECT_EQ(positive.value, predictiveValues(0.8, 0.95, 0.2).positive);
    EXPECT_EQ(positive.low, predictiveValues(0.6, 0.9, 0.2).positive);
    EXPECT_EQ(positive.high, 1);
    EXPECT_EQ(negative.low, predictiveValues(0.6, 0.9, 0.2).negative);
    EXPECT_EQ(negative.high, predictiveValues(0.9, 1, 0.2).negative);
}

TEST(ThousandPatients, AddUpWhateverIsRounded) {
    EXPECT_EQ(ofAThousand(0.9, 0.8, 0.1), (ThousandPatients{90, 10, 180, 720}));
    EXPECT_EQ(ofAThousand(1, 1, 0), (ThousandPatients{0, 0, 0, 1000}));
    for (const double share : {0.0005, 0.0015, 0.123, 0.5, 0.7777, 1.0}) {
        const ThousandPatients p = ofAThousand(share, 1 - share / 3, share);
        EXPECT_EQ(p.found + p.missed + p.falseAlarms + p.passed, ThousandPatients::kAll) << share;
        EXPECT_GE(p.missed, 0);
        EXPECT_GE(p.falseAlarms, 0);
    }
}

} // namespace
} // namespace hemo
