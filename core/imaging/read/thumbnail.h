#pragma once

#include "core/image/rgba_image.h"
#include "core/study/series_info.h"
#include "core/task.h"

#include <functional>
#include <string>

namespace hemo::imaging {

/// A small picture of a series' middle image for the series list, turned so that right is on the left and
/// front or head is up, as the views show it. CT in the file's own window, other greys from darkest to
/// brightest. Null where the image does not decode: a list without a picture is still a list.
RgbaImagePtr makeThumbnail(const SeriesInfo& series);

/// One a series, in the list's order, each handed over as soon as it is made; on the calling thread, alone:
/// the list is there already and nobody waits. Ends early where it is cancelled.
using ThumbnailSink = std::function<void(const std::string& seriesId, RgbaImagePtr)>;
void makeThumbnails(const FolderContents& contents, const TaskContext& context, const ThumbnailSink& onMade);

inline constexpr int kThumbnailSide = 96;

} // namespace hemo::imaging
