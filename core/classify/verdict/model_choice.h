#pragma once

#include "core/classify/verdict/model_info.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hemo {

/// A model that can be chosen to read.
struct ModelChoice {
    std::string name;             ///< of its folder, by which the choice is kept
    std::filesystem::path folder; ///< which has that name, in what is the program's or the user's own
    ModelInfo info;
    bool operator==(const ModelChoice&) const = default;
};

/// The program's own first: it reads where nobody has chosen. Null: none is known.
using ModelChoices = std::shared_ptr<const std::vector<ModelChoice>>;

} // namespace hemo
