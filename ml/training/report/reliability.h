#pragma once

#include "ml/training/report/curves.h"

namespace hemo::ml {

inline constexpr int kReliabilityBins = 10;

/// Cases whose probability lies in one tenth of 0..1.
struct ReliabilityBin {
    double cases = 0, meanProbability = 0, observedShare = 0;
};

/// Scores are probabilities.
std::vector<ReliabilityBin> reliabilityBins(const std::vector<RankedCase>& cases, Weights weights);

/// Mean distance of the bins' probabilities from what came true, by cases. Nothing where there are no cases.
std::optional<double> calibrationError(const std::vector<RankedCase>& cases, Weights weights);

/// Mean squared distance of the probability from 0 or 1.
std::optional<double> brierScore(const std::vector<RankedCase>& cases, Weights weights);

} // namespace hemo::ml
