#pragma once

#include "core/result.h"
#include "core/task.h"

#include <filesystem>

namespace hemo::ui {

/// The folder of a phantom's study with a bleed in it, for whoever has no scan at hand; made below `cache`
/// the first time. Any thread; a second.
Result<std::filesystem::path> phantomStudy(const std::filesystem::path& cache, const TaskContext& context);

} // namespace hemo::ui
