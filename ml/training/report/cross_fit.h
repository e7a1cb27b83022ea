#pragma once

#include "ml/training/report/operating_point.h"

#include <vector>

namespace hemo::ml {

enum class RuleKind { Balanced, Screening };
inline constexpr std::array kRuleKinds{RuleKind::Balanced, RuleKind::Screening};
std::string_view ruleName(RuleKind kind); ///< "balanced", "screening"

/// How logits become probabilities and probabilities a verdict.
struct Reading {
    std::array<ModelInfo::Calibration, 6> calibration{}; ///< in the order of BleedType
    std::array<bool, 6> isCalibrated{};                  ///< false: no label of it was known
    std::array<PatientRule, kRuleKinds.size()> rules{};  ///< in the order of RuleKind
    const PatientRule& rule(RuleKind kind) const { return rules[static_cast<std::size_t>(kind)]; }
};

/// Calibration on all slices with a known label, near positives left out, at their natural share of bleeds;
/// then the rules on the patients so calibrated.
Reading fitReading(const std::vector<PatientAnswers>& answers);

/// One reading a fold, fitted on the answers of all other folds: nothing of a patient's own fold is in it.
std::vector<Reading> fitOutOfFold(const std::vector<PatientAnswers>& answers);

/// 1 + the highest fold.
int foldCount(const std::vector<PatientAnswers>& answers);

} // namespace hemo::ml
