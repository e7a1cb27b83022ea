#pragma once

#include "app/cli/dataset/study.h"

namespace hemo {

/// The studies below a folder, by their Study Instance UID, in order of it; a NIfTI, NRRD or MetaImage file
/// is a study of its own. Headers are read some thousands at a time, and only where a study's files lie is
/// kept: a tree may hold a million. Fails: NotFound, NoPermission, NothingReadable, Cancelled.
Result<std::vector<Study>> studiesBelow(const std::filesystem::path& folder, const TaskContext& context);

/// SOP Instance UIDs of a DICOM series' images, in its order; empty where one cannot be read any more.
std::vector<std::string> sopUidsOf(const SeriesInfo& series);

} // namespace hemo
