#pragma once

#include "ml/training/learn/trainer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

/// Trains a network for every fold, each in `fold0`, `fold1`... below `options.modelFolder`, and writes what
/// each answers to the patients it was not shown. A fold whose answers are there is not trained again, so
/// that a run that was stopped goes on; `settings` (the run's options in words) must then be the same as
/// before. Gives the files of answers. Fails: as trainModel; Unsupported where the folder holds a run with
/// other settings.
Result<std::vector<std::filesystem::path>> crossValidate(const TrainOptions& options,
                                                         const std::string& settings);

/// The files of answers of a finished cross-validation. Fails: NotFound, where a fold is missing.
Result<std::vector<std::filesystem::path>> finishedAnswers(const std::filesystem::path& folder);

} // namespace hemo::ml
