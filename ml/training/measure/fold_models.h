#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/result.h"
#include "ml/reader/slice_network.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace hemo::ml {

/// A trained network and whom it may be measured on.
struct FoldModel {
    ModelInfo info;
    std::unique_ptr<SliceNetwork> network; ///< ready to read
    std::optional<int> heldOutFold;        ///< by its model.json; none: it has learned from everybody
};

/// Fails: NotFound, Damaged; Model where two held out the same fold, whose patients would count twice.
Result<std::vector<FoldModel>> loadFoldModels(const std::vector<std::filesystem::path>& folders);

} // namespace hemo::ml
