#pragma once

#include "core/result.h"
#include "core/study/series_info.h"

#include <filesystem>
#include <span>

namespace hemo::ui {

/// The sentence with the name of the file that it is about before it, without its folders, where that is one
/// file alone: the only one that was to be opened. Looks at the disk; any thread. For the window: what is
/// named so is never logged.
Error namingFile(Error error, std::span<const std::filesystem::path> asked);

/// The same of a series that lies in one file, unless the file's name holds the patient's.
Error namingFile(Error error, const SeriesInfo& series);

} // namespace hemo::ui
