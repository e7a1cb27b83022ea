#pragma once

#include "ml/train/report/answers_file.h"
#include "ml/train/trainer.h"

namespace hemo::ml {

inline constexpr auto kArchitecture = "efficientdet-lite0";
/// Of a model taught with the public sets, and of one taught with a manifest's pictures.
inline constexpr auto kTerms =
    "Research and teaching only, not for commercial use: trained with PHE-SICH-CT-IDS and CT-ICH.";
inline constexpr auto kOwnDataTerms =
    "Trained with data of somebody's own: ask them what it may be used for. Research and teaching only.";

/// model.json, card.md and weights.safetensors. Fails: WriteFailed.
Result<void> writeModel(const TrainedModel& model, const TrainOptions& options);

/// Figures as the model folder holds them and `evaluate` prints them.
std::string figuresTable(const std::vector<SourceFigures>& figures);

} // namespace hemo::ml
