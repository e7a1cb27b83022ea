#include "core/classify/prediction.h"

#include <gtest/gtest.h>

namespace hemo {
namespace {

std::vector<SlicePrediction> slicesOf(std::initializer_list<double> any) {
    std::vector<SlicePrediction> slices;
    for (const double p : any)
        slices.push_back({int(slices.size()), {p, 0, 0, 0, 0, 0}});
    return slices;
}

TEST(Judge, SuspectedFromTheKthSliceOverTheThresholdOn) {
    const PatientRule rule{2, 0.6};
    EXPECT_EQ(judge(slicesOf({.1, .7, .1, .1, .1}), rule).answer, Answer::NoneSeen);
    const Verdict verdict = judge(slicesOf({.1, .7, .1, .65, .1}), rule);
    EXPECT_EQ(verdict.answer, Answer::Suspected);
    EXPECT_EQ(verdict.slicesOverThreshold, 2);
}

TEST(Judge, ScoreOverThresholdIsTheVerdict) {
    for (int k = 1; k <= 3; ++k) {
        const PatientRule rule{k, 0.5};
        const Verdict v = judge(slicesOf({.9, .2, .6, .5, .4, .1}), rule);
        EXPECT_EQ(v.score > rule.threshold, v.answer == Answer::Suspected) << k;
    }
    EXPECT_DOUBLE_EQ(judge(slicesOf({.9, .2, .6, .5, .4}), {3, 0.5}).score, 0.5);
}

TEST(Judge, ExactlyTheThresholdIsNotOverIt) {
    EXPECT_EQ(judge(slicesOf({.5, .5, .5, .5, .5}), {1, 0.5}).answer, Answer::NoneSeen);
}

TEST(Judge, TooFewSlicesCannotBeAssessed) {
    const Verdict v = judge(slicesOf({.9, .9, .9}), {2, 0.5});
    EXPECT_EQ(v.answer, Answer::CannotAssess);
    EXPECT_EQ(v.reason, "Only 3 slices: too few to answer for a patient.");
    EXPECT_EQ(judge(slicesOf({.9}), {1, 0.5}).reason, "Only 1 slice: too few to answer for a patient.");
}

Prediction predictionOf(std::initializer_list<double> any, const PatientRule& rule) {
    Prediction p;
    p.slices = slicesOf(any);
    p.provenance.rule = rule;
    p.verdict = judge(p.slices, rule);
    return p;
}

TEST(JudgedBy, AnotherRuleGivesTheAnswerThatItWouldHaveGiven) {
    Prediction balanced = predictionOf({.1, .7, .1, .4, .1}, {2, 0.5});
    balanced.verdict.caution = "Lossy.";
    const Prediction screening = judgedBy(balanced, {2, 0.3});
    EXPECT_EQ(screening.verdict.answer, Answer::Suspected);
    EXPECT_EQ(screening.verdict.score, 0.4);
    EXPECT_EQ(screening.verdict.caution, "Lossy.");
    EXPECT_EQ(screening.provenance.rule, (PatientRule{2, 0.3}));
    EXPECT_EQ(judgedBy(screening, {2, 0.5}), balanced);
}

TEST(JudgedBy, WhatCannotBeAssessedStaysSo) {
    Prediction chest = predictionOf({.9, .9, .9, .9, .9}, {2, 0.5});
    chest.verdict = {Answer::CannotAssess, 0, 0, "No head is seen in these slices."};
    EXPECT_EQ(judgedBy(chest, {1, 0.1}).verdict, chest.verdict);
}

} // namespace
} // namespace hemo
