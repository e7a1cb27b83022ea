#pragma once

#include "core/classify/verdict/model_info.h"
#include "ml/reader/model/weights.h"

#include <filesystem>
#include <vector>

namespace hemo::ml {

/// A model as it lies on disk: `model.json` and `weights.safetensors`.
struct ModelFolder {
    ModelInfo info;
    std::vector<WeightTensor> weights;
};

/// Reads both and checks the weights against the SHA-256 that model.json names: a damaged network would
/// answer wrongly without a sign of it. Fails: Model.
Result<ModelFolder> loadModelFolder(const std::filesystem::path& folder);

} // namespace hemo::ml
