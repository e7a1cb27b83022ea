#include "ml/training/data/picture_set.h"
#include "ml/training/data/schedule.h"
#include "ml/training/measure/figures.h"
#include "ml/training/report/operating_point.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace hemo::ml {
namespace {

TEST(Figures, AreaUnderTheCurveCountsPairs) {
    EXPECT_EQ(areaUnderCurve({{0.1, false}, {0.2, false}, {0.8, true}}), 1.0);
    EXPECT_EQ(areaUnderCurve({{0.9, false}, {0.2, true}}), 0.0);
    // Pairs: 3>1, 3<4, 2>1, 2<4 of the two positives against the two negatives.
    EXPECT_EQ(areaUnderCurve({{1, false}, {2, true}, {3, true}, {4, false}}), 0.5);
}

TEST(Figures, TiesCountHalf) {
    EXPECT_EQ(areaUnderCurve({{1, false}, {1, true}}), 0.5);
    EXPECT_EQ(areaUnderCurve({{1, false}, {1, true}, {0, false}, {2, true}}), 0.875);
}

TEST(Figures, OneClassAloneHasNoCurve) {
    EXPECT_EQ(areaUnderCurve({{1, true}, {2, true}}), std::nullopt);
    EXPECT_EQ(areaUnderCurve({}), std::nullopt);
}

TEST(Figures, CalibrationFindsTheScaleAndOffsetOfItsCases) {
    std::mt19937 random(5);
    std::normal_distribution<double> spread(0, 3);
    std::uniform_real_distribution<double> unit;
    std::vector<Scored> cases;
    for (int n = 0; n < 20000; ++n) {
        const double logit = spread(random);
        cases.push_back({logit, unit(random) < 1 / (1 + std::exp(-(0.8 * logit - 1.5)))});
    }
    const auto c = fitCalibration(cases);
    EXPECT_NEAR(c.scale, 0.8, 0.05);
    EXPECT_NEAR(c.offset, -1.5, 0.1);
}

TEST(Figures, CalibrationOfFewOrSeparatedCasesStaysNearThePrior) {
    const auto nothing = fitCalibration({});
    EXPECT_NEAR(nothing.scale, 1, 1e-6);
    EXPECT_NEAR(nothing.offset, 0, 1e-6);
    const auto separated = fitCalibration({{-2, false}, {-1, false}, {1, true}, {2, true}});
    EXPECT_GT(separated.scale, 0.5);
    EXPECT_LT(separated.scale, 2);
}

PatientAnswers patient(Source source, bool hasBleed, std::vector<double> logits) {
    PatientAnswers p;
    p.source = sourceName(source);
    const double bleedsOver = std::min(0.0, *std::max_element(logits.begin(), logits.end()) - 1e-9);
    for (const double l : logits)
        p.slices.push_back({{l}, {hasBleed && l > bleedsOver ? 1.f : 0.f}, {1}, false});
    return p;
}

TEST(Figures, PatientScoreIsTheKthLargest) {
    const auto p = patient(Source::CtIch, true, {-3, 2, 0, 1});
    EXPECT_NEAR(patientScore(p, 1, {}), 1 / (1 + std::exp(-2)), 1e-9);
    EXPECT_NEAR(patientScore(p, 3, {}), 0.5, 1e-9);
    EXPECT_NEAR(patientScore(p, 9, {}), 1 / (1 + std::exp(3)), 1e-9);
}

double thresholdFor(const std::vector<PatientAnswers>& answers) {
    return balancedThreshold(scorePatients(answers, {}), 2);
}

TEST(Figures, ThresholdLiesBetweenPositivesAndNegatives) {
    std::vector<PatientAnswers> answers;
    for (const double l : {-2.0, -1.5, -1.8})
        answers.push_back(patient(Source::CtIch, false, {l, l}));
    for (const double l : {1.0, 1.4, 2.0})
        answers.push_back(patient(Source::CtIch, true, {l, l}));
    const double threshold = thresholdFor(answers), line = std::log(threshold / (1 - threshold));
    EXPECT_GT(line, -1.0);
    EXPECT_LT(line, 0.5);
}

TEST(Figures, AManyPatientsSourceDoesNotOutvoteTheOther) {
    std::vector<PatientAnswers> answers;
    for (int n = 0; n < 50; ++n)
        answers.push_back(patient(Source::PheSich, true, {3, 3}));
    for (const double l : {0.5, 0.6})
        answers.push_back(patient(Source::CtIch, true, {l, l}));
    for (const double l : {-1.5, -1.4})
        answers.push_back(patient(Source::CtIch, false, {l, l}));
    EXPECT_LT(thresholdFor(answers), 0.5);
}

TEST(Figures, SmallBleedsAreNotSoldForAPerfectSpecificity) {
    // A low threshold finds all four of CT-ICH at one false alarm in three; a high one finds two at none.
    std::vector<PatientAnswers> answers;
    for (int n = 0; n < 20; ++n)
        answers.push_back(patient(Source::PheSich, true, {6, 6}));
    for (const double l : {-0.5, -0.4, 4.0, 4.2})
        answers.push_back(patient(Source::CtIch, true, {l, l}));
    for (const double l : {-3.5, -3.4, 1.5})
        answers.push_back(patient(Source::CtIch, false, {l, l}));
    EXPECT_LT(thresholdFor(answers), 0.38);
}

TEST(Figures, NearPositivesAndUnknownLabelsAreNotMeasured) {
    auto p = patient(Source::PheSich, true, {2, -1, -2});
    p.slices[1].isNearPositive = true;
    EXPECT_EQ(sliceLogits({p}, BleedType::Any).size(), 2u);
    EXPECT_TRUE(sliceLogits({p}, BleedType::Subdural).empty());
}

TEST(Figures, APatientOfWhomNobodyKnowsIsNoNegative) {
    auto unknown = patient(Source::CtIch, false, {3, 3, -3});
    unknown.slices[0].known[0] = 0;
    const auto f = measure(
        {patient(Source::CtIch, true, {3, 3, -3}), patient(Source::CtIch, false, {-3, -3, -3}), unknown},
        "ct-ich", {2, 0.5}, {});
    EXPECT_EQ(f.patients, 2);
    EXPECT_EQ(f.specificity, 1.0);
    EXPECT_EQ(f.patientAuc[1], 1.0);
}

TEST(Figures, SensitivityAndSpecificityFollowTheRule) {
    const std::vector<PatientAnswers> answers{
        patient(Source::CtIch, true, {3, 3, -3}), patient(Source::CtIch, true, {3, -3, -3}),
        patient(Source::CtIch, false, {-3, -3, 3}), patient(Source::PheSich, true, {3, 3, 3})};
    const auto f = measure(answers, "ct-ich", {2, 0.5}, {});
    EXPECT_EQ(f.patients, 3);
    EXPECT_EQ(f.positivePatients, 2);
    EXPECT_EQ(f.sensitivity, 0.5);
    EXPECT_EQ(f.specificity, 1.0);
    EXPECT_EQ(f.sliceSensitivity, 1.0);
    EXPECT_EQ(f.sliceSpecificity, 5.0 / 6);
    EXPECT_EQ(measure(answers, "phe-sich", {2, 0.5}, {}).specificity, std::nullopt);
}

TEST(Schedule, OneCycleRisesToOneAndEndsNearNothing) {
    constexpr int kSteps = 200;
    double highest = 0;
    for (int s = 0; s < kSteps; ++s)
        highest = std::max(highest, oneCycle(s, kSteps));
    EXPECT_NEAR(oneCycle(0, kSteps), 0.04, 1e-9);
    EXPECT_NEAR(highest, 1, 1e-9);
    EXPECT_NEAR(oneCycle(29, kSteps), 1, 1e-9);
    EXPECT_LT(oneCycle(kSteps - 1, kSteps), 1e-5);
}

TEST(Schedule, LearnsFromSmallPicturesFirstAndFromWholeOnesAtTheEnd) {
    EXPECT_EQ(sizeAt(0, 100, 288, true).side, 192);
    EXPECT_EQ(sizeAt(49, 100, 288, true).side, 192);
    EXPECT_EQ(sizeAt(50, 100, 288, true).side, 288);
    EXPECT_TRUE(sizeAt(99, 100, 288, true).isCutToHead);
    EXPECT_EQ(sizeAt(0, 100, 352, true, /*goesOn=*/true).side, 352) << "it knows what the small ones teach";
    EXPECT_EQ(sizeAt(0, 100, 32, true).side, 32) << "a whole stride at least";
    EXPECT_EQ(sizeAt(0, 100, 512, false).side, 512);
    EXPECT_FALSE(sizeAt(0, 100, 512, false).isCutToHead);
}

} // namespace
} // namespace hemo::ml
