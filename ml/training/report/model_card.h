#pragma once

#include "ml/training/report/report.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace hemo::ml {

/// What becomes of the calibration of a finding of which no answer has a label.
enum class Unlabelled { IsRefused, StaysCalibrated };

/// Puts what cross-validation fitted and measured into a trained model's `model.json`: calibration, rule,
/// operating points, figures. Everything else stays. Fails: Unsupported, where the model names a finding of
/// which no answer has a label, unless its calibration may stay as it was.
Result<void> putReport(nlohmann::ordered_json& model, const Report& report,
                       Unlabelled unlabelled = Unlabelled::IsRefused);

/// `card.md`: what the model is, from its `model.json`, around the Markdown that says what it reached.
std::string modelCard(const nlohmann::ordered_json& model, const std::string& reached);

/// What a card says was reached, for a model that took calibration and rules from the report.
std::string reachedText(const Report& report);

/// The group whose sensitivity and specificity stand for a rule: the only source that has both, since another
/// source's bleeds would be counted against this one's bleed-free patients; "all" where several have both.
/// Nothing where no source has both.
const GroupFigures* decidingGroup(const Report& report);

} // namespace hemo::ml
