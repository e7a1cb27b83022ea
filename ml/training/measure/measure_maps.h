#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hemo::ml {

struct MeasureMapsOptions {
    std::filesystem::path dataFolder;
    std::vector<std::filesystem::path> modelFolders;
    int threads = 0; ///< 0: as many as there are cores
};

/// How well every method's heat agrees with bleeds that people drew, as Markdown tables. Each network answers
/// for the patients of the fold that its model.json says was held out; one that held out nobody has learned
/// from all. Fails: NotFound, Damaged, Model.
Result<std::string> measureMaps(const MeasureMapsOptions& options);

} // namespace hemo::ml
