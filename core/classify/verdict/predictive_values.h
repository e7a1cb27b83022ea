#pragma once

#include "core/classify/verdict/model_info.h"

namespace hemo {

/// Shares of true answers among the positive and the negative ones, where this share of patients bleeds
/// (Bayes). 0 where there is no such answer.
struct PredictiveValues {
    double positive = 0, negative = 0;
};
PredictiveValues predictiveValues(double sensitivity, double specificity, double prevalence);

/// The same with bounds: sensitivity and specificity both at their lower, or both at their upper one.
struct PredictiveEstimates {
    Estimate positive, negative;
};
PredictiveEstimates predictiveEstimates(const Estimate& sensitivity, const Estimate& specificity,
                                        double prevalence);

/// What becomes of 1,000 patients; the four add up to them.
struct ThousandPatients {
    static constexpr int kAll = 1000;
    int found = 0, missed = 0;       ///< of those who bleed
    int falseAlarms = 0, passed = 0; ///< of those who do not
    bool operator==(const ThousandPatients&) const = default;
};
ThousandPatients ofAThousand(double sensitivity, double specificity, double prevalence);

} // namespace hemo
