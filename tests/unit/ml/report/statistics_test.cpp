#include "core/classify/verdict/wilson.h"
#include "ml/training/report/curves.h"
#include "ml/training/report/logistic.h"
#include "ml/training/report/reliability.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace hemo::ml {
namespace {

std::vector<std::uint16_t> ones(std::size_t count) {
    return std::vector<std::uint16_t>(count, 1);
}

TEST(RankedCases, AreaCountsPairsTiesAndWeights) {
    // Positives 3 and 1, negatives 2 and 1: 3>2, 3>1, 1<2, 1=1 -> 2.5 of 4 pairs.
    const RankedCases cases({{3, true, 0}, {2, false, 1}, {1, true, 2}, {1, false, 3}});
    EXPECT_DOUBLE_EQ(cases.areaUnderCurve(ones(4)).value(), 2.5 / 4);
    // The best positive three times, the worse negative never: pairs 3>2 (x3), 1<2.
    const std::vector<std::uint16_t> weights{3, 1, 1, 0};
    EXPECT_DOUBLE_EQ(cases.areaUnderCurve(weights).value(), 3.0 / 4);
    const std::vector<std::uint16_t> noPositive{0, 1, 0, 1};
    EXPECT_EQ(cases.areaUnderCurve(noPositive), std::nullopt);
}

TEST(RankedCases, AreaIsThatOfTheUnweightedFormula) {
    std::mt19937 random(3);
    std::vector<RankedCase> cases;
    std::vector<Scored> scored;
    for (std::size_t n = 0; n < 200; ++n) {
        cases.push_back({double(random() % 17), random() % 3 == 0, n});
        scored.push_back({cases.back().score, cases.back().isPositive});
    }
    EXPECT_NEAR(RankedCases(cases).areaUnderCurve(ones(200)).value(), areaUnderCurve(scored).value(), 1e-12);
}

TEST(RankedCases, CurveRisesFromItsCornersInStraightLines) {
    const RankedCases cases({{4, true, 0}, {3, false, 1}, {2, true, 2}, {1, false, 3}});
    EXPECT_EQ(cases.sensitivities(ones(4), 5), (std::vector<double>{0.5, 0.5, 1, 1, 1}));
    const RankedCases tied({{1, true, 0}, {1, false, 1}});
    EXPECT_EQ(tied.sensitivities(ones(2), 3), (std::vector<double>{0, 0.5, 1}));
    EXPECT_TRUE(RankedCases({{1, true, 0}}).sensitivities(ones(1), 3).empty());
}

TEST(Bootstrap, DrawsAsManyFromEachStratumAndTheSameForTheSameSeed) {
    const std::vector<std::string> strata{"a", "b", "a", "b", "b"};
    const Resamples resamples(strata, 50, 7), again(strata, 50, 7), other(strata, 50, 8);
    bool differs = false, repeatsAPatient = false;
    for (int r = 0; r < resamples.count(); ++r) {
        const Weights w = resamples[r];
        EXPECT_EQ(w[0] + w[2], 2);
        EXPECT_EQ(w[1] + w[3] + w[4], 3);
        EXPECT_TRUE(std::equal(w.begin(), w.end(), again[r].begin()));
        differs |= !std::equal(w.begin(), w.end(), other[r].begin());
        repeatsAPatient |= w[0] == 2;
    }
    EXPECT_TRUE(differs);
    EXPECT_TRUE(repeatsAPatient);
}

TEST(Bootstrap, IntervalsCoverTheTruthAboutAsOftenAsTheySay) {
    // 200 samples of 60 patients whose mean is 0; the interval of the mean should hold 0 in 95 % of them.
    std::mt19937 random(11);
    std::normal_distribution<double> spread(0, 1);
    int covered = 0;
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> values(60);
        for (double& v : values)
            v = spread(random);
        const Resamples resamples(std::vector<std::string>(60, "all"), 400, 1u + unsigned(trial));
        const auto mean = resamples.estimate([&](Weights w) -> std::optional<double> {
            double sum = 0;
            for (std::size_t n = 0; n < values.size(); ++n)
                sum += w[n] * values[n];
            return sum / 60;
        });
        covered += mean->low <= 0 && 0 <= mean->high;
    }
    EXPECT_GE(covered, 178); // 89 %: 95 % less three standard errors and the bootstrap's own shortness
    EXPECT_LE(covered, 199);
}

TEST(Bootstrap, SlicesOfOnePatientDoNotNarrowTheInterval) {
    // The same 20 patients with one slice each or with fifty alike: the interval must not change.
    std::vector<RankedCase> one, fifty;
    std::mt19937 random(5);
    for (std::size_t p = 0; p < 20; ++p) {
        const RankedCase c{double(random() % 100) + (p % 2 ? 25 : 0), p % 2 == 1, p};
        one.push_back(c);
        fifty.insert(fifty.end(), 50, c);
    }
    const Resamples resamples(std::vector<std::string>(20, "all"), 500, 1);
    const auto area = [&](const RankedCases& cases) {
        return *resamples.estimate([&](Weights w) { return cases.areaUnderCurve(w); });
    };
    const auto a = area(RankedCases(one)), b = area(RankedCases(fifty));
    EXPECT_GT(a.high - a.low, 0.2);
    EXPECT_NEAR(a.low, b.low, 1e-9);
    EXPECT_NEAR(a.high, b.high, 1e-9);
}

TEST(Bootstrap, AllRightIsNotCertainty) {
    const std::vector<bool> all(20, true);
    const Resamples resamples(std::vector<std::string>(20, "all"), 200, 1);
    const auto estimate = estimateShare(resamples, all, all);
    EXPECT_EQ(estimate->value, 1);
    EXPECT_NEAR(estimate->low, 0.8389, 1e-3); // Wilson's bound of 20 of 20
    EXPECT_EQ(estimate->high, 1);
    EXPECT_EQ(estimateShare(resamples, std::vector<bool>(20, false), all), std::nullopt);
}

TEST(Bootstrap, SlicesOfFewPatientsAreNotCertainty) {
    const Resamples resamples(std::vector<std::string>(20, "all"), 200, 1);
    std::vector<double> counted(20), hits(20);
    counted[3] = 10, hits[3] = 9; // one patient has all of them
    const auto one = estimateClusteredShare(resamples, counted, hits);
    EXPECT_DOUBLE_EQ(one->value, 0.9);
    EXPECT_LT(one->low, 0.2);
    EXPECT_GT(one->high, 0.99);
    for (std::size_t p = 0; p < 20; ++p)
        counted[p] = hits[p] = 2;
    const auto all = estimateClusteredShare(resamples, counted, hits);
    EXPECT_NEAR(all->low, 0.8389, 1e-3) << "as of 20 patients, not of 40 slices";
    EXPECT_EQ(estimateClusteredShare(resamples, std::vector<double>(20), hits), std::nullopt);
}

TEST(Bootstrap, WilsonsIntervalIsTheTextbooks) {
    const auto e = wilson(8, 10);
    EXPECT_NEAR(e.low, 0.4902, 1e-3);
    EXPECT_NEAR(e.high, 0.9433, 1e-3);
    for (int cases = 1; cases <= 300; ++cases)
        for (const double share : {0.0, 1.0}) { // rounding put some bounds a hair inside
            const auto extreme = wilson(share * cases, cases);
            EXPECT_TRUE(extreme.low <= share && share <= extreme.high) << cases;
        }
}

TEST(RocBand, HoldsItsCurve) {
    std::mt19937 random(9);
    std::normal_distribution<double> spread(0, 1);
    std::vector<RankedCase> cases;
    for (std::size_t p = 0; p < 80; ++p)
        cases.push_back({spread(random) + (p % 2 ? 1 : 0), p % 2 == 1, p});
    const auto curve = rocCurve(RankedCases(cases), Resamples(std::vector<std::string>(80, "all"), 300, 1));
    ASSERT_TRUE(curve);
    double width = 0;
    for (std::size_t n = 0; n < curve->sensitivity.size(); ++n) {
        EXPECT_LE(curve->low[n], curve->sensitivity[n] + 0.05);
        EXPECT_GE(curve->high[n], curve->sensitivity[n] - 0.05);
        width = std::max(width, curve->high[n] - curve->low[n]);
    }
    EXPECT_GT(width, 0.1);
}

std::vector<RankedCase> trueProbabilities(int count, double shift) {
    std::mt19937 random(21);
    std::uniform_real_distribution<double> unit;
    std::vector<RankedCase> cases;
    for (int n = 0; n < count; ++n) {
        const double p = unit(random);
        cases.push_back({std::clamp(p + shift, 0.0, 1.0), unit(random) < p, 0});
    }
    return cases;
}

TEST(Reliability, TrueProbabilitiesHaveNoErrorAndShiftedOnesTheirShift) {
    EXPECT_LT(calibrationError(trueProbabilities(50000, 0), ones(1)).value(), 0.01);
    EXPECT_NEAR(calibrationError(trueProbabilities(50000, 0.2), ones(1)).value(), 0.18, 0.02);
    EXPECT_EQ(calibrationError({}, ones(1)), std::nullopt);
}

TEST(Reliability, BrierAndBinsAreWhatTheHandSays) {
    const std::vector<RankedCase> cases{{0.8, true, 0}, {0.4, false, 0}, {1.0, true, 0}, {0.85, false, 0}};
    EXPECT_NEAR(brierScore(cases, ones(1)).value(), (0.04 + 0.16 + 0 + 0.7225) / 4, 1e-12);
    const auto bins = reliabilityBins(cases, ones(1));
    EXPECT_EQ(bins[8].cases, 2);
    EXPECT_NEAR(bins[8].meanProbability, 0.825, 1e-12);
    EXPECT_EQ(bins[8].observedShare, 0.5);
    EXPECT_EQ(bins[9].cases, 1) << "1.0 belongs to the last bin";
    EXPECT_NEAR(calibrationError(cases, ones(1)).value(), (2 * 0.325 + 0.4) / 4, 1e-12);
}

TEST(Logistic, FindsTheWeightsOfItsCases) {
    std::mt19937 random(31);
    std::normal_distribution<double> spread(0, 2);
    std::uniform_real_distribution<double> unit;
    std::vector<LogisticCase> cases;
    for (int n = 0; n < 20000; ++n) {
        const double a = spread(random), b = spread(random);
        cases.push_back({{a, b}, unit(random) < sigmoid(0.7 * a + 0.4 * b - 1)});
    }
    const auto model = fitLogistic(cases, {.mean = {{1, 0}, 0}});
    EXPECT_NEAR(model.weights[0], 0.7, 0.05);
    EXPECT_NEAR(model.weights[1], 0.4, 0.05);
    EXPECT_NEAR(model.offset, -1, 0.06);
}

TEST(Logistic, CalibrationUndoesTheBalanceOfTheBatches) {
    // A network taught with one bleed in two answers log-odds that are log(9) too high where one in ten
    // bleeds.
    std::mt19937 random(41);
    std::normal_distribution<double> spread(0, 1);
    std::vector<Scored> cases;
    for (int n = 0; n < 40000; ++n) {
        const bool bleeds = n % 10 == 0;
        cases.push_back({2 * (spread(random) + (bleeds ? 2 : 0) - 1), bleeds});
    }
    const auto c = fitCalibration(cases);
    EXPECT_NEAR(c.scale, 1, 0.05);
    EXPECT_NEAR(c.offset, -std::log(9), 0.1);
}

TEST(Logistic, AbsurdLogitsDoNotBreakTheFit) {
    const auto c = fitCalibration({{1e4, false}, {-1e4, true}, {9e3, false}, {-8e3, true}});
    EXPECT_TRUE(std::isfinite(c.scale) && std::isfinite(c.offset));
    EXPECT_GE(c.scale, 0.05);
}

} // namespace
} // namespace hemo::ml
