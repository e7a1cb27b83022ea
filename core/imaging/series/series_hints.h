#pragma once

#include "core/study/series_info.h"

namespace hemo::imaging {

/// What a series says of itself: yes, no, or nothing.
enum class Hint { Unsaid, Yes, No };

/// Contrast agent given: by ContrastBolusAgent, else by words in the descriptions (CTA, "C+", "ohne KM").
Hint hasContrast(const SeriesInfo& info);
/// A scan of the head: by BodyPartExamined, else by words in the descriptions.
Hint isHead(const SeriesInfo& info);
/// For bone: by its kernel, else by words in the description. No: for soft tissue.
Hint isForBone(const SeriesInfo& info);
/// Scanned again and again while contrast passes.
bool isPerfusion(const SeriesInfo& info);

} // namespace hemo::imaging
