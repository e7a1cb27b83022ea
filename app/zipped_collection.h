#pragma once

#include "core/result.h"
#include "core/task.h"

#include <filesystem>

namespace hemo::ui {

/// The folder of a collection of cases that came as a ZIP archive: unpacked below `cache` the first time,
/// known again by what its cases.json says. Only what the cases name is unpacked, under the names that
/// cases.json gives. Fails with one sentence. Any thread.
Result<std::filesystem::path> unpackedCollection(const std::filesystem::path& archive,
                                                 const std::filesystem::path& cache,
                                                 const TaskContext& context);

} // namespace hemo::ui
