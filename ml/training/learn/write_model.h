#pragma once

#include "ml/training/learn/trainer.h"
#include "ml/training/report/answers_file.h"

namespace hemo::ml {

/// What a model taught with these data may be used for, and whom to name.
std::string termsOf(const TrainOptions& options);

/// One file of a model folder. Fails: WriteFailed.
Result<void> writeModelFile(const std::filesystem::path& file, const void* data, std::size_t size);

/// model.json, card.md and weights.safetensors. Fails: WriteFailed.
Result<void> writeModel(const TrainedModel& model, const TrainOptions& options);

/// Figures as the model folder holds them and `evaluate` prints them.
std::string figuresTable(const std::vector<SourceFigures>& figures);

} // namespace hemo::ml
