#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

/// The mean of the weights of networks that began alike (one trunk, one seed) and were taught differently: as
/// sure as asking all of them, at the price of one (Wortsman et al. 2022, "Model soups"). Writes a model
/// folder that says which they were and holds no figures: `evaluate` and `report` measure it. Fails: Model
/// where they are not of one kind or held out different folds; NotFound, Damaged; WriteFailed, also where
/// there is something at `out`.
Result<void> averageModels(const std::vector<std::filesystem::path>& folders, const std::string& id,
                           const std::filesystem::path& out);

} // namespace hemo::ml
