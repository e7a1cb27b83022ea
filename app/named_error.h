#pragma once

#include "core/result.h"
#include "core/study/series_info.h"

#include <filesystem>
#include <span>

namespace hemo::ui {

/// The sentence with the name of the file or folder that it is about before it, without the folders that it
/// lies in, where that is one alone: the only one that was to be opened. For the window: what is named so is
/// never logged.
Error namingFile(Error error, std::span<const std::filesystem::path> asked);

/// The same of a series that lies in one file, unless the file's name holds the patient's.
Error namingFile(Error error, const SeriesInfo& series);

} // namespace hemo::ui
