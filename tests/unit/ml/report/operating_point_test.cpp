#include "ml/training/report/operating_point.h"

#include <gtest/gtest.h>

namespace hemo::ml {
namespace {

ScoredPatient scored(const std::string& source, bool hasBleed, double one, double two, double three) {
    return {source, hasBleed, {one, two, three}};
}

double sensitivityOf(const std::vector<ScoredPatient>& patients, const PatientRule& rule,
                     const std::string& source) {
    double found = 0, all = 0;
    for (const ScoredPatient& p : patients) {
        if (!p.hasBleed || p.source != source) continue;
        ++all;
        found += sigmoid(p.logOdds[std::size_t(rule.k - 1)]) > rule.threshold;
    }
    return found / all;
}

TEST(OperatingPoint, BalancedTakesTheNumberOfSlicesThatPartsBest) {
    // One hot slice in everybody, three only in those who bleed.
    std::vector<ScoredPatient> patients;
    for (int n = 0; n < 10; ++n) {
        patients.push_back(scored("a", true, 3, 3, 2.5));
        patients.push_back(scored("a", false, 3, 3, -2.5));
    }
    const auto rule = chooseBalanced(patients);
    EXPECT_EQ(rule.k, 3);
    EXPECT_NEAR(rule.threshold, 0.5, 0.15);
}

TEST(OperatingPoint, TwoSlicesWhereItMakesNoDifference) {
    std::vector<ScoredPatient> patients;
    for (int n = 0; n < 10; ++n)
        patients.push_back(scored("a", n % 2 == 0, n % 2 ? -2 : 2, n % 2 ? -2 : 2, n % 2 ? -2 : 2));
    EXPECT_EQ(chooseBalanced(patients).k, 2);
    EXPECT_EQ(chooseScreening(patients, 0.95).k, 2);
}

TEST(OperatingPoint, ScreeningReachesItsSensitivityInEverySourceWithTheFewestFalseAlarms) {
    // "easy" has 60 patients at 6; of the 20 of "hard" one may be missed, though 95 % of all would let four
    // go.
    std::vector<ScoredPatient> patients(60, scored("easy", true, 6, 6, 6));
    for (int n = 0; n < 20; ++n) {
        const double x = -2 + 0.2 * n;
        patients.push_back(scored("hard", true, x, x, x));
        patients.push_back(scored("hard", false, x - 1.95, x - 1.95, x - 1.95));
    }
    const auto rule = chooseScreening(patients, 0.95);
    EXPECT_EQ(sensitivityOf(patients, rule, "hard"), 0.95);
    EXPECT_EQ(sensitivityOf(patients, rule, "easy"), 1);
    EXPECT_LT(rule.threshold, sigmoid(-1.8));
    EXPECT_GE(rule.threshold, sigmoid(-2.0));
}

TEST(OperatingPoint, ScreeningLeavesRoomBelowTheWeakestBleed) {
    const std::vector<ScoredPatient> patients{scored("a", true, 2, 2, 2), scored("a", false, -9, -9, -9)};
    const auto rule = chooseScreening(patients, 0.95);
    EXPECT_NEAR(logOddsOf(rule.threshold), 1.5, 1e-9);
}

TEST(OperatingPoint, PatientsOfUnknownTruthTeachNothing) {
    PatientAnswers unknown{"1", "a", {{}}, 0};
    EXPECT_TRUE(scorePatients({unknown}, {}).empty());
}

} // namespace
} // namespace hemo::ml
