#pragma once

#include "core/image/rgba_image.h"
#include "core/study/series_info.h"

namespace hemo::imaging {

/// A small picture of a series' middle image for the series list, turned so that right is on the left and
/// front or head is up, as the views show it. CT in the file's own window, other greys from darkest to
/// brightest. Null where the image does not decode: a list without a picture is still a list.
RgbaImagePtr makeThumbnail(const SeriesInfo& series);

inline constexpr int kThumbnailSide = 96;

} // namespace hemo::imaging
