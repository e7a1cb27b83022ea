#pragma once

#include "core/result.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <filesystem>
#include <span>

namespace hemo::imaging {

/// Looks through folders (recursively) and at files and groups the DICOM images it finds into series.
/// Reads headers alone. Whatever the file names: content decides.
/// Scouts, secondary captures and other objects are listed with the reason; what is no DICOM is counted and
/// skipped; damaged files become warnings. Slices are in order of position along their normal (DICOM PS3.3
/// C.7.6.2.1.1), never of name or instance number. A series is split where orientation, size or pixel spacing
/// differ, so that a scout never ends in the stack.
/// Fails: NotFound, NoPermission, NothingReadable (nothing is DICOM, or no image), Cancelled. Any thread.
Result<FolderContents> scanPaths(std::span<const std::filesystem::path> paths, const TaskContext& context);

} // namespace hemo::imaging
