#pragma once

#include "ml/training/report/answers.h"

#include <array>
#include <string>
#include <vector>

namespace hemo::ml {

inline constexpr int kMostSlicesOfRule = 3; ///< k is 1, 2 or 3
inline constexpr double kScreeningSensitivity = 0.95;

/// A patient as a rule sees it: log-odds of the k-th most suspicious slice for k = 1, 2, 3.
struct ScoredPatient {
    std::string source;
    bool hasBleed = false;
    std::array<double, kMostSlicesOfRule> logOdds{};
};
/// Patients whose truth is known.
std::vector<ScoredPatient> scorePatients(const std::vector<PatientAnswers>& answers,
                                         ModelInfo::Calibration any);

/// Parts positives from negatives best: the sum of each source's sensitivity and of the specificity, each
/// patient's score blurred in log-odds, since a few patients say little about where exactly the line lies.
/// (The mean of the sensitivities would buy a perfect specificity with the small bleeds of one source: the
/// large ones of another are over any threshold.)
double balancedThreshold(const std::vector<ScoredPatient>& patients, int k);
PatientRule chooseBalanced(const std::vector<ScoredPatient>& patients);

/// The rule of highest specificity that finds at least this share of the positives of every source.
PatientRule chooseScreening(const std::vector<ScoredPatient>& patients, double sensitivity);

} // namespace hemo::ml
