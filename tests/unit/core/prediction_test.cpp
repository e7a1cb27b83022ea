#include "core/classify/verdict/prediction.h"
#include "tests/support/said.h"

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

/// So many of 100 slices of a millimetre over 0.6.
std::vector<SlicePrediction> thinSlices(int over) {
    std::vector<SlicePrediction> slices;
    for (int k = 0; k < 100; ++k)
        slices.push_back({k, {k < over ? .9 : .1}, true, 0.2});
    return slices;
}

TEST(Judge, TwoThinSlicesAreNotTheTwoOfFiveMillimetresThatTheRuleAsksFor) {
    EXPECT_EQ(judge(thinSlices(2), {2, 0.6}).answer, Answer::NoneSeen);
    EXPECT_EQ(judge(thinSlices(2), {1, 0.6}).answer, Answer::NoneSeen);
}

TEST(Judge, ThinSlicesAreEnoughWhereAStackOfFiveMillimetresWouldRatherShowKOfThem) {
    for (int k = 1; k <= 3; ++k) {
        const int enough = 5 * k - 2; // 5 (k - 1/2) of a fifth each, up to whole slices
        EXPECT_EQ(judge(thinSlices(enough - 1), {k, 0.6}).answer, Answer::NoneSeen) << k;
        EXPECT_EQ(judge(thinSlices(enough), {k, 0.6}).answer, Answer::Suspected) << k;
        EXPECT_DOUBLE_EQ(judge(thinSlices(enough), {k, 0.6}).score, 0.9) << k;
    }
}

TEST(Judge, ARuleOfThinSlicesIsToldInMillimetres) {
    const Verdict verdict = judge(thinSlices(12), {2, 0.6});
    EXPECT_EQ(verdict.slicesOverThreshold, 12);
    EXPECT_EQ(verdict.reason, "12 of 100 slices (12 mm) over 60 %; suspected from 7.5 mm on.");
    EXPECT_EQ(judge(slicesOf({.1, .7, .1, .8, .1}), {2, 0.6}).reason,
              "2 of 5 slices over 60 %; suspected from 2 slices on.");
}

TEST(Judge, TooFewSlicesWithoutSuspicionCannotBeAssessed) {
    const Verdict v = judge(slicesOf({.1, .4, .1}), {2, 0.5});
    EXPECT_EQ(v.answer, Answer::CannotAssess);
    EXPECT_EQ(v.reason, "Only 3 slices: too few to answer for a patient.");
    EXPECT_EQ(v.notExcluded, v.reason);
    EXPECT_EQ(v.score, 0);
    EXPECT_EQ(judge(slicesOf({.1}), {1, 0.5}).reason, "Only 1 slice: too few to answer for a patient.");
}

TEST(Judge, ABleedInTooFewSlicesIsSuspectedAndTheRestNotExcluded) {
    const Verdict v = judge(slicesOf({.1, .9, .1}), {2, 0.5});
    EXPECT_EQ(v.answer, Answer::Suspected);
    EXPECT_EQ(v.score, .9);
    EXPECT_EQ(v.reason, "1 of 3 slices over 50 %.");
    EXPECT_EQ(v.notExcluded, "Only 3 slices: too few to answer for a patient.");
    EXPECT_EQ(judge(slicesOf({.99}), {2, 0.5}).answer, Answer::Suspected) << "one slice alone";
}

TEST(Judge, MissingSlicesWeakenExclusionAndNotDetection) {
    const Message gap = say("assess.slices_apart", whole(25, Unit::Millimetre));
    const Verdict found = judge(slicesOf({.1, .9, .9, .1, .1}), {2, 0.5}, gap);
    EXPECT_EQ(found.answer, Answer::Suspected);
    EXPECT_EQ(found.notExcluded, gap);
    EXPECT_TRUE(found.judgesSlices);
    const Verdict nothing = judge(slicesOf({.1, .1, .1, .1, .1}), {2, 0.5}, gap);
    EXPECT_EQ(nothing.answer, Answer::CannotAssess);
    EXPECT_EQ(nothing.reason, gap);
    const Verdict below = judge(slicesOf({.1, .9, .1, .1, .1}), {2, 0.5}, gap);
    EXPECT_EQ(below.answer, Answer::CannotAssess) << "one slice is not enough for the rule";
    EXPECT_EQ(below.slicesOverThreshold, 1) << "and is told";
    EXPECT_TRUE(below.judgesSlices);
    EXPECT_TRUE(judge(slicesOf({.1, .1, .1, .1, .1}), {2, 0.5}).notExcluded.empty());
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
    balanced.verdict.caution = said("Lossy.");
    const Prediction screening = judgedBy(balanced, {2, 0.3});
    EXPECT_EQ(screening.verdict.answer, Answer::Suspected);
    EXPECT_EQ(screening.verdict.score, 0.4);
    EXPECT_EQ(screening.verdict.caution, "Lossy.");
    EXPECT_EQ(screening.provenance.rule, (PatientRule{2, 0.3}));
    EXPECT_EQ(judgedBy(screening, {2, 0.5}), balanced);
}

TEST(JudgedBy, WhatCannotBeExcludedStaysSoByAnyRule) {
    Prediction cut = predictionOf({.1, .4, .4, .1, .1}, {2, 0.5});
    cut.verdict = judge(cut.slices, {2, 0.5}, say("assess.no_top"));
    EXPECT_EQ(cut.verdict.answer, Answer::CannotAssess);
    const Prediction screening = judgedBy(cut, {2, 0.3});
    EXPECT_EQ(screening.verdict.answer, Answer::Suspected);
    EXPECT_EQ(screening.verdict.notExcluded, say("assess.no_top"));
    EXPECT_EQ(judgedBy(screening, {2, 0.5}), cut);
}

TEST(JudgedBy, WhereNothingIsClaimedNothingIsByAnyRule) {
    Prediction chest = predictionOf({.9, .9, .9, .9, .9}, {2, 0.5});
    chest.verdict = {Answer::CannotAssess, 0, 0, say("assess.no_head")};
    EXPECT_EQ(judgedBy(chest, {1, 0.1}).verdict, chest.verdict);
}

} // namespace
} // namespace hemo
