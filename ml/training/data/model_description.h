#pragma once

#include "core/classify/verdict/model_info.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <optional>

namespace hemo::ml {

/// What a model folder calls data that are in none of the public sets.
inline constexpr const char* kOwnDataName = "Own data, described by a manifest";

/// A folder's `model.json` as it stands, in its own order; null where there is none that can be read.
nlohmann::ordered_json loadDescription(const std::filesystem::path& modelFolder);

/// The fold that a model folder says was held out.
std::optional<int> heldOutFoldOf(const std::filesystem::path& modelFolder);

/// Whether a description's `training` says that somebody's own patients taught, not the public sets.
bool isTaughtByOwnData(const nlohmann::ordered_json& training);

/// Whether the same weights fit both, and mean the same. The size of the pictures may differ.
bool haveSameNetwork(const ModelInfo& a, const ModelInfo& b);

} // namespace hemo::ml
