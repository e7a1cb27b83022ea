#pragma once

#include "ml/training/report/answers.h"

#include <vector>

namespace hemo::ml {

/// log-odds = sum of weights * features + offset.
struct LogisticModel {
    std::vector<double> weights;
    double offset = 0;
    double logOdds(const std::vector<double>& features) const;
};

struct LogisticCase {
    std::vector<double> features;
    bool isPositive = false;
};

/// Normal distributions about `mean`, so that few or separable cases do not run away.
struct LogisticPrior {
    LogisticModel mean;
    double weightSpread = 0.3, offsetSpread = 3;
};

/// Newton's method. All cases have as many features as the prior has weights.
LogisticModel fitLogistic(const std::vector<LogisticCase>& cases, const LogisticPrior& prior);

/// Platt's scaling, p = sigmoid(scale * logit + offset). A weak prior holds scale near 1 and offset near 0,
/// so that a finding with few cases is not fitted to noise. Fitted on slices as they come, it also undoes the
/// balance of the training batches, which hold more bleeds than a scan does.
ModelInfo::Calibration fitCalibration(const std::vector<Scored>& logits);

} // namespace hemo::ml
