#pragma once

#include "ml/training/report/bootstrap.h"

#include <optional>
#include <vector>

namespace hemo::ml {

/// A slice or a patient as a case of a curve; `patient` indexes the weights.
struct RankedCase {
    double score = 0;
    bool isPositive = false;
    std::size_t patient = 0;
};

/// Cases in order of falling score, so that a curve of any resample is one walk.
class RankedCases {
public:
    explicit RankedCases(std::vector<RankedCase> cases);
    const std::vector<RankedCase>& cases() const { return m_cases; }

    /// Area under the ROC curve, ties counted half; nothing where a class has no weight.
    std::optional<double> areaUnderCurve(Weights weights) const;

    /// Sensitivity at `points` false positive rates from 0 to 1, straight lines between the curve's corners;
    /// empty where a class has no weight.
    std::vector<double> sensitivities(Weights weights, int points) const;

private:
    std::vector<RankedCase> m_cases;
};

/// A ROC curve at even false positive rates with its bootstrap band.
struct RocCurve {
    std::vector<double> sensitivity, low, high;
};
std::optional<RocCurve> rocCurve(const RankedCases& cases, const Resamples& resamples);

} // namespace hemo::ml
