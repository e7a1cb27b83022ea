#pragma once

#include "core/study/series_info.h"

namespace hemo {

/// A list and what was found elsewhere. Images that are listed already are not listed again; a series that
/// has the id of another one, found in other files, gets an id of its own. What was the best stays the best,
/// where there was one.
FolderContents added(const FolderContents& listed, const FolderContents& more);

} // namespace hemo
