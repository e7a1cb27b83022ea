#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

struct AverageOptions {
    std::vector<std::filesystem::path> models;
    std::filesystem::path out;
    std::filesystem::path dataFolder; ///< what they were taught with; those held out are not looked at
    std::string modelId;
    int pictures = 3200; ///< that its BatchNorms look at
    std::uint32_t seed = 1;
    int threads = 0; ///< 0: as many as there are cores
};

/// The mean of the weights of networks that began alike (one trunk, one seed) and were taught differently: as
/// sure as asking all of them, at the price of one (Wortsman et al. 2022, "Model soups"). Its BatchNorms
/// count anew (`renewNorms`). Writes a model folder that says which they were and holds no figures:
/// `evaluate` and `report` measure it. Fails: Model where they are not of one kind or held out different
/// folds; Unsupported where the data are not those that taught them; NotFound, Damaged; WriteFailed, also
/// where there is something at `out`.
Result<void> averageModels(const AverageOptions& options);

} // namespace hemo::ml
