#pragma once

#include "core/classify/verdict/model_info.h"
#include "core/result.h"

#include <filesystem>

namespace hemo {

/// The folder of the running executable.
std::filesystem::path programFolder();

/// Where the program's own files are: beside an installed program in ../share/hemoscope, else the tree it was
/// built from. `programFolder` is the folder of the executable.
std::filesystem::path resourceFolder(const std::filesystem::path& programFolder);

/// The model that is used where the user names none.
std::filesystem::path defaultModelFolder(const std::filesystem::path& programFolder);

/// Reads model.json of a model folder. Fails: Model, with a sentence. Reads one small file.
Result<ModelInfo> loadModelInfo(const std::filesystem::path& modelFolder);

} // namespace hemo
