#pragma once

#include "core/classify/verdict/model_choice.h"
#include "core/task.h"

#include <optional>

namespace hemo::ui {

/// Where models lie, each a folder with model.json and weights.
struct ModelShelf {
    std::filesystem::path first;                  ///< the model that reads where nobody has chosen
    std::optional<std::filesystem::path> shipped; ///< a folder of models; none: `first` stands alone
    std::optional<std::filesystem::path> own;     ///< the same, and where the user's are added; none: nowhere
};

/// `first`, what else is shipped, then the user's own, each of them by name. What has no model.json that can
/// be read is left out, and what is called like one before it. Reads small files. Any thread.
std::vector<ModelChoice> modelsOn(const ModelShelf& shelf);

/// Copies a model's folder, which may lie on a disc that goes away, to the user's own; a copy that is there
/// already does. Gives its name. Fails: Model, WriteFailed, Cancelled. Any thread but the GUI's.
Result<std::string> putOnShelf(const std::filesystem::path& folder, const ModelShelf& shelf,
                               const TaskContext& context);

} // namespace hemo::ui
