#pragma once

#include "app/worth/model_files.h"

#include <filesystem>

namespace hemo::ui {

/// A few small files of a model's folder; any thread.
ModelFiles readModelFiles(const std::filesystem::path& modelFolder);

} // namespace hemo::ui
