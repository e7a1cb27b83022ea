#pragma once

#include "ml/train/trainer.h"

namespace hemo::ml {

inline constexpr auto kArchitecture = "efficientdet-lite0";
inline constexpr auto kTerms =
    "Research and teaching only, not for commercial use: trained with PHE-SICH-CT-IDS and CT-ICH.";

/// model.json, card.md and weights.safetensors. Fails: WriteFailed.
Result<void> writeModel(const TrainedModel& model, const TrainOptions& options);

/// A CSV line a slice: source, patient, slice, near_positive, label of "any" and the six logits. Fails:
/// WriteFailed.
Result<void> writeAnswers(const std::vector<PatientAnswers>& answers, const std::filesystem::path& file);

/// Figures as the model folder holds them and `evaluate` prints them.
std::string figuresTable(const std::vector<SourceFigures>& figures);

} // namespace hemo::ml
